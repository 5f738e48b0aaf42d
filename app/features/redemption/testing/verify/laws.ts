import { describeState, endedStates } from "~/features/claims/domain/case-states";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Tx } from "~/platform/db.server";

type Facts = {
  state: string;
  first: string | null;
  second: string | null;
  publicised: bigint;
  running: bigint;
  objections: bigint;
  proposed: bigint;
  unanswered: bigint;
  paid: bigint;
  paying: bigint;
  approved: bigint;
  reserved: bigint;
  coming: bigint;
  granted: bigint;
  held: bigint;
  underWay: bigint;
  ownerless: bigint;
  undue: bigint;
};
type Law = [isBroken: boolean, law: string];

/**
 * Holds a case against the law by what was written about it, in the log, the ledger and beside the case; the machine is not
 * asked. What was overturned counts no more.
 */
export async function brokenLaws(tx: Tx, id: string, config: RedemptionConfig): Promise<string[]> {
  const facts = await readFacts(tx, id);
  return facts
    ? [...ofPayment(facts, config), ...ofEveryCase(facts)].flatMap(([isBroken, law]) => (isBroken ? [law] : []))
    : [];
}

function ofPayment(facts: Facts, { publicityWorkingDays }: RedemptionConfig): Law[] {
  if (facts.paid === 0n && facts.underWay === 0n) return [];
  return [
    [
      facts.first === null || facts.second === null || facts.first === facts.second,
      "paid without two different people",
    ],
    [publicityWorkingDays > 0 && (facts.publicised === 0n || facts.running > 0n), "publicity skipped"],
    [facts.objections > 0n, "paid while an objection is open or unread"],
    [facts.paid > facts.approved || facts.paying > facts.approved, "more paid than approved"],
    [facts.approved > facts.reserved + facts.coming, "more approved than reserved, or left to later parts"],
    [facts.reserved > facts.granted, "more reserved than the budget"],
    [facts.underWay > 0n && facts.proposed > 0n, "paid while it is asked back"],
  ];
}

function ofEveryCase(facts: Facts): Law[] {
  return [
    [describeState(facts.state)?.phase === "unpaid" && facts.held > 0n, "money is kept for a case that has ended"],
    [facts.unanswered > 0n, "a recovery that nobody has to decide"],
    [facts.proposed > 1n, "two recoveries of one payment at a time"],
    [facts.ownerless > 0n, "work without an owner or a term"],
    [facts.undue > 0n, "nobody's turn and no term"],
  ];
}

async function readFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  const rows = await tx.$queryRaw<Facts[]>`
    WITH a AS (SELECT * FROM "Application" WHERE id = ${id}::uuid),
      anew AS (SELECT coalesce(max(seq), 0) AS seq FROM "Transition" WHERE "applicationId" = ${id}::uuid AND event IN ('OBJECTION_UPHELD', 'DECISION_OVERTURNED')),
      moves AS (SELECT t.* FROM "Transition" t WHERE t."applicationId" = ${id}::uuid),
      ledger AS (SELECT t.kind, e.account, e."amountFen" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE t."applicationId" = ${id}::uuid)
    SELECT a.state,
      (SELECT "actorId"::text FROM moves WHERE event IN ('LISTED', 'RECOMMEND_APPROVAL') AND (event = 'LISTED' OR seq > (SELECT seq FROM anew)) ORDER BY seq DESC LIMIT 1) AS first,
      (SELECT "actorId"::text FROM moves, anew WHERE event IN ('LIST_APPROVED', 'APPROVE') AND moves.seq > anew.seq ORDER BY moves.seq DESC LIMIT 1) AS second,
      (SELECT count(*) FROM moves, anew WHERE event = 'PUBLICITY_ENDED' AND moves.seq > anew.seq) AS publicised,
      (SELECT count(*) FROM "Publicity" p WHERE p."applicationId" = a.id AND (p."endedAt" IS NULL OR p."endsOn" < p."startsOn")) AS running,
      (SELECT count(*) FROM "Objection" o WHERE o."applicationId" = a.id AND o."answeredAt" IS NULL) AS objections,
      (SELECT count(*) FROM "RecoveryCase" r WHERE r."applicationId" = a.id AND r.status = 'proposed') AS proposed,
      (SELECT count(*) FROM "RecoveryCase" r WHERE r."applicationId" = a.id AND r.status = 'proposed' AND NOT EXISTS (SELECT 1 FROM "Task" t WHERE t."applicationId" = a.id AND t.stage = 'recoveryApproval' AND t."closedAt" IS NULL)) AS unanswered,
      (SELECT coalesce(sum("amountFen"), 0)::bigint FROM ledger WHERE account IN ('disbursed', 'owed') AND kind <> 'collect') AS paid,
      (SELECT coalesce(sum(p."amountFen"), 0)::bigint FROM "Payment" p WHERE p."applicationId" = a.id AND p.status IN ('pending', 'batched', 'paid')) AS paying,
      coalesce(a."approvedFen", 0) AS approved,
      (SELECT coalesce(sum("amountFen"), 0)::bigint FROM ledger WHERE kind IN ('reserve', 'release', 'cancel') AND account IN ('reserved', 'committed')) AS reserved,
      (SELECT coalesce(sum(n."amountFen"), 0)::bigint FROM "Instalment" n WHERE n."applicationId" = a.id AND n.status <> 'listed') AS coming,
      (SELECT coalesce(sum("grantedFen"), 0)::bigint FROM "Envelope") AS granted,
      (SELECT coalesce(sum("amountFen"), 0)::bigint FROM ledger WHERE account IN ('reserved', 'committed')) AS held,
      (SELECT count(*) FROM "Payment" p WHERE p."applicationId" = a.id AND p.status IN ('pending', 'batched')) AS "underWay",
      (SELECT count(*) FROM "Task" t WHERE t."applicationId" = a.id AND t."closedAt" IS NULL AND (t."departmentId" = '' OR t."dueOn" IS NULL OR t."dueOn" < to_char(t."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))) AS ownerless,
      (SELECT count(*) FROM a x WHERE x.state <> ALL(${endedStates})
        AND NOT EXISTS (SELECT 1 FROM "Task" t WHERE t."applicationId" = x.id AND t."closedAt" IS NULL) AND NOT EXISTS (SELECT 1 FROM "Deadline" d WHERE d."applicationId" = x.id AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL)) AS undue
    FROM a`;
  return rows[0];
}

/** Everything a refusal must leave as it is, as text: the row and its moves, the ledger and what is to be told. */
export async function fingerprint(tx: Tx, id: string, extent: "case" | "all"): Promise<string> {
  const [row] = await tx.$queryRaw<{ text: string }[]>`
    SELECT concat_ws('|', (SELECT md5(a::text) FROM "Application" a WHERE a.id = ${id}::uuid), (SELECT count(*) FROM "Transition" WHERE "applicationId" = ${id}::uuid),
      CASE WHEN ${extent} = 'all' THEN (SELECT count(*) FROM "LedgerEntry") + 1000000 * (SELECT count(*) FROM "Outbox") + 1000000000 * (SELECT count(*) FROM "Application") END) AS text`;
  return row?.text ?? "";
}
