import { listedAlready, listFirm } from "~/features/applications/use-cases/list-firm.server";
import { lockFirmClaims } from "~/features/claims/use-cases/lock-firm-claims.server";
import { readClaim } from "~/features/redemption/use-cases/hold-claim.server";
import { closedRefusal } from "~/features/policies/use-cases/closed-refusal.server";
import { recordAudit } from "~/features/lists/audited.server";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { codesInDoubt } from "~/features/enterprises/use-cases/require-code.server";
import { findFirms } from "~/features/enterprises/use-cases/find-firms.server";
import { readReceived } from "~/features/claims/use-cases/read-received.server";
import type { UserActor } from "~/access/actor";
import { amountOf } from "~/features/matching/domain/amount/amount";
import { sumRoom } from "~/features/matching/domain/amount/sum-room";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { payableSum, type PayableSum } from "~/features/matching/domain/amount/payable-sum";
import { readFirmsDue } from "~/features/matching/use-cases/firms-due.server";
import { rewardedOn } from "~/features/policies/domain/claim-span";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { isListed } from "~/features/policies/domain/listed";
import { nameById } from "~/features/policies/domain/item-name";
import { closedOn } from "~/features/policies/domain/offer";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { createList, findList, findLists } from "../adapters/list.repository.server";
import type { Basis } from "~/features/redemption/domain/list-basis";
import {
  checkListed,
  checkRules,
  checkSums,
  readListRows,
  type ListedFirm,
  type ListProblem,
  type Verdict,
} from "../domain/list-rows";
import { readQuotaLeft, requireRoom } from "~/features/redemption/use-cases/hold-quota.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";

type Official = Deps & { actor: UserActor };
export type ListSource = { kind: "matches" } | { kind: "upload"; fileName: string; bytes: Uint8Array };
export type ListOutcome =
  | { ok: true; id: string }
  | { ok: false; problems: ListProblem[]; /** what the item's text lets be paid to one firm */ payable: PayableSum };

/** Items of the own office that are paid by a list. */
export function listItems({ catalogue, actor }: Pick<Official, "catalogue" | "actor">): PublishedItem[] {
  const office = officeOf(actor);
  return catalogue.items.filter(
    (published) =>
      isListed(published) &&
      published.redemption.leadDepartmentId === office.departmentId &&
      published.redemption.regionCode === office.regionCode,
  );
}

/**
 * Makes a list of firms that are paid without applying, from a file or from the matches: every line becomes a case whose
 * credit is checked at once, or the whole list is refused with its rows and reasons.
 * @throws Refusal `redemption.other-department` (403), `redemption.list-empty` (422), `applications.ended`,
 *   `applications.expired`, `applications.doubtful`,
 *   `applications.upcoming`, `redemption.quota-used`, `redemption.quota-short` (409)
 */
export async function makeList(
  deps: Official,
  { itemId, source }: { itemId: string; source: ListSource },
): Promise<ListOutcome> {
  const published = listItems(deps).find(({ item }) => item.id === itemId);
  if (!published) throw new Refusal("redemption.other-department", 403);
  const closed = closedOn(published.item, shanghaiDay(deps.clock.now()));
  if (closed) throw closedRefusal(closed);
  const read = source.kind === "upload" ? await uploaded(deps, published, source) : await matched(deps, published);
  if (read.problems.length > 0) return { ok: false, problems: read.problems, payable: payableSum(published.item) };
  if (read.lines.length === 0) throw new Refusal("redemption.list-empty", 422);
  const now = deps.clock.now();
  const left = await readQuotaLeft(deps, published, yearOf(shanghaiDay(now)));
  requireRoom(
    left,
    read.lines.length,
    read.lines.reduce((sum, { fen }) => sum + fen, 0n),
  );
  const id = await createList(deps.tx, {
    itemId,
    year: yearOf(shanghaiDay(now)),
    ...officeOf(deps.actor),
    source: source.kind,
    fileName: source.kind === "upload" ? source.fileName : null,
    lines: read.lines.length,
    createdById: deps.actor.userId,
    createdAt: now,
  });
  await lockFirmClaims(
    deps,
    read.lines.map(({ enterpriseId }) => enterpriseId),
  );
  for (const line of read.lines) await listFirm(deps, { ...line, published, listId: id });
  await recordAudit(deps, {
    action: "benefit-list.made",
    subject: { type: "benefitList", id },
    after: { itemId, source: source.kind, lines: read.lines.length },
  });
  return { ok: true, id };
}

type Listed = { enterpriseId: string; fen: bigint; sumReason: string | null; verdict: Verdict; basis: Basis | null };
type Lines = { lines: Listed[]; problems: ListProblem[] };

async function uploaded(
  deps: Official,
  published: PublishedItem,
  source: { fileName: string; bytes: Uint8Array },
): Promise<Lines> {
  const { lines, problems } = readListRows(await readSheet(source.bytes));
  const firms = await findFirms(
    deps.tx,
    lines.map((line) => line.creditCode),
  );
  const already = await listedAlready(
    deps,
    [...firms.values()].map(({ id }) => id),
    published.item,
  );
  const known = new Map<string, ListedFirm>();
  for (const [code, firm] of firms)
    known.set(code, { ...firm, hasCase: already.has(firm.id), ...(await standingOf(deps, published, firm.id)) });
  const { regions } = deps.catalogue.registry;
  const wrong = checkListed(lines, known, (regionCode) =>
    isForRegion(published.item, regionChain(regions, regionCode)),
  );
  const withFirm = lines.flatMap((line) => {
    const firm = known.get(line.creditCode);
    return firm ? [{ ...line, enterpriseId: firm.id, verdict: firm.verdict, sumReason: line.sumReason || null }] : [];
  });
  const stated = checkSums(lines, payableSum(published.item));
  const ruled = [];
  for (const line of withFirm.filter(({ row }) => !stated.some((problem) => problem.row === row)))
    ruled.push({ ...line, sumReason: line.sumReason ?? "", ...(await ruleFor(deps, published, line)) });
  return {
    lines: withFirm.map(({ enterpriseId, fen, sumReason, verdict, basis }) => ({
      enterpriseId,
      fen,
      sumReason,
      verdict,
      basis,
    })),
    problems: [...problems, ...wrong, ...stated, ...checkRules(ruled)].toSorted((a, b) => a.row - b.row),
  };
}

/** What the rule gives a firm on what is known of it today, and the room it leaves. */
async function ruleFor(deps: Official, { item }: PublishedItem, { enterpriseId }: { enterpriseId: string }) {
  const { facts } = await readProfile(deps, enterpriseId);
  const received = await readReceived(deps, enterpriseId);
  const ruleFen = amountOf(item, facts, received).fen;
  return { ruleFen, room: sumRoom(item, facts, received, ruleFen) };
}

async function matched(deps: Official, published: PublishedItem): Promise<Lines> {
  const due = await readFirmsDue(deps.tx, published.item.id, yearOf(shanghaiDay(deps.clock.now())));
  const lines: Listed[] = [];
  const inDoubt = await codesInDoubt(
    deps,
    due.map(({ enterpriseId }) => enterpriseId),
  );
  for (const { enterpriseId, fen } of due.filter((each) => !inDoubt.has(each.enterpriseId))) {
    const { verdict, barredBy, leftFen } = await standingOf(deps, published, enterpriseId);
    const left = leftFen !== null && leftFen < fen ? leftFen : fen;
    if (verdict === "eligible" && !barredBy)
      lines.push({ enterpriseId, fen: left, sumReason: null, verdict, basis: null });
  }
  return { lines, problems: [] };
}

/** How a firm stands to an item today: its conditions, and what it had already. */
async function standingOf(
  deps: Official,
  { item }: PublishedItem,
  enterpriseId: string,
): Promise<Pick<ListedFirm, "verdict" | "barredBy" | "leftFen">> {
  const today = shanghaiDay(deps.clock.now());
  const { facts } = await readProfile(deps, enterpriseId);
  const { bars, leftFen } = await readClaim(deps, {
    applicationId: null,
    enterpriseId,
    item,
    year: rewardedOn(item, today),
    place: null,
    facts,
    caseFacts: {},
  });
  return {
    verdict: evaluateCondition(item.conditions, facts, today),
    barredBy: bars.length > 0 ? bars.map(({ claim }) => claim.number).join("、") : null,
    leftFen,
  };
}

/** The lists of the own office. */
export async function readLists(deps: Pick<Official, "tx" | "actor" | "catalogue">) {
  const rows = await findLists(deps.tx, officeOf(deps.actor));
  return rows.map(({ applications, itemId, ...row }) => ({
    ...row,
    item: nameById(deps.catalogue.byId, itemId),
    totalFen: applications.reduce((sum, each) => sum + (each.claimedFen ?? 0n), 0n),
    waiting: applications.filter(({ state }) => state === "listApproval").length,
    refused: applications.filter(({ state }) => state === "rejected").length,
  }));
}

/** One list of the own office with its cases. @throws Refusal `request.not-found` (404) */
export async function readList(deps: Pick<Official, "tx" | "actor" | "catalogue">, id: string) {
  const row = await findList(deps.tx, id, officeOf(deps.actor));
  if (!row) throw new Refusal("request.not-found", 404);
  const item = deps.catalogue.byId.get(row.itemId)?.item;
  return {
    ...row,
    item: nameById(deps.catalogue.byId, row.itemId),
    payable: item ? payableSum(item) : ({ kind: "open" } satisfies PayableSum),
    ownList: row.createdById === deps.actor.userId,
  };
}
