import { recordCheck } from "./check-eligibility.server";
import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { itemName } from "~/features/policies/domain/item-name";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockCase, moveCase, type CaseRow } from "../adapters/case.repository.server";
import { addSubmission, isHandedIn, latestSubmission } from "../adapters/submission.repository.server";
import {
  establishable,
  mayEstablish,
  readEstablished,
  withEstablished,
  type EstablishedFigure,
} from "../domain/established";
import type { Submission } from "../domain/submission";
import { readClaimOn } from "./hold-case-claim.server";
import { openToOfficial } from "./open-to-official.server";
import { sumColumns } from "./sum-columns.server";

type Official = Deps & { actor: UserActor };
type Sent = { id: string; idempotencyKey: string; expectedVersion: number };
/** What is wrong with a form, by field. */
type Errors = Record<string, string>;

/**
 * Figures of a case as its reviewer found them, against what the firm stated: a handing-in of its own with its own check and
 * sum, told to the firm. Everything handed in before stays. Gives what is wrong with the form; then nothing is written.
 * @throws Refusal `redemption.other-department` (403), `redemption.nothing-established`, `applications.facts-missing` (422),
 *   `applications.version-conflict`, `applications.engine-disagrees` (409), and those of `requireOwnWork`
 */
export async function establishFacts(
  deps: Official,
  { id, idempotencyKey, expectedVersion }: Sent,
  values: Readonly<Record<string, string>>,
): Promise<Errors | null> {
  const row = await lockCase(deps.tx, { id }, idempotencyKey);
  if (!row) throw new Refusal("redemption.other-department", 403);
  if (!mayEstablish(await openToOfficial(deps, row))) throw new Refusal("redemption.other-department", 403);
  if (!isUuid(idempotencyKey)) throw new Refusal("request.failed", 400);
  if (await isHandedIn(deps.tx, id, idempotencyKey)) return null;
  if (row.version !== expectedVersion) throw new Refusal("applications.version-conflict");
  const last = await latestSubmission(deps.tx, id);
  const asked = establishable(row.item, last.frozen.facts, deps.catalogue.registry.facts);
  const { figures, reason, errors } = readEstablished(asked, last.frozen.facts, values, shanghaiDay(deps.clock.now()));
  if (Object.keys(errors).length > 0 && (figures.length > 0 || !onlyReason(errors))) return errors;
  if (figures.length === 0) throw new Refusal("redemption.nothing-established", 422);
  await handInEstablished(deps, row, { last, figures, reason, key: idempotencyKey });
  return null;
}

/** With no figure changed it is that, and not the missing reason, that is told. */
function onlyReason(errors: Errors): boolean {
  return Object.keys(errors).every((name) => name === "reason");
}

type Established = { last: Submission; figures: EstablishedFigure[]; reason: string; key: string };

async function handInEstablished(deps: Official, held: CaseRow, { last, figures, reason, key }: Established) {
  const at = deps.clock.now();
  const frozen = withEstablished(last.frozen, figures, { userId: deps.actor.userId, at: at.toISOString() });
  const { received, sum } = await readClaimOn(deps, held, frozen.facts);
  const { materials, account, pledged } = last;
  const seq = last.seq + 1;
  await recordCheck(deps, {
    applicationId: held.id,
    itemVersionId: held.itemVersionId,
    item: held.item,
    facts: frozen.facts,
    submission: seq,
    moment: "verify",
    amountFen: sum.fen,
  });
  await addSubmission(deps.tx, {
    id: key,
    applicationId: held.id,
    at,
    byId: deps.actor.userId,
    submission: {
      materials,
      account,
      pledged,
      seq,
      kind: "verified",
      frozen: { ...frozen, received },
      ruleFen: sum.fen,
      reason,
    },
  });
  await moveCase(deps.tx, held.id, await sumColumns(deps, held, sum.fen));
  await recordAudit(deps, {
    action: "application.facts-verified",
    subject: { type: "application", id: held.id },
    enterpriseId: held.enterpriseId,
    before: { figures: pick(last.frozen.facts, figures), ruleFen: last.ruleFen?.toString() ?? null },
    after: {
      submission: seq,
      figures: pick(frozen.facts, figures),
      ruleFen: sum.fen?.toString() ?? null,
      evidence: Object.fromEntries(figures.map(({ fact, evidence }) => [fact, evidence])),
      reason,
    },
    versions: { case: held.version + 1, itemVersion: held.itemVersionId },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: held.enterpriseId },
      kind: "case.factsVerified",
      params: { item: itemName(held.item), count: figures.length, reason },
      href: `/firm/applications/${held.id}`,
      dedupKey: `verified:${held.id}:${seq}`,
    },
  });
}

/** The figures concerned, as the log keeps them; none of them is a list. */
function pick(facts: Submission["frozen"]["facts"], figures: readonly EstablishedFigure[]) {
  return Object.fromEntries(
    figures.map(({ fact }) => {
      const value = facts[fact] ?? null;
      return [fact, typeof value === "object" ? null : value];
    }),
  );
}
