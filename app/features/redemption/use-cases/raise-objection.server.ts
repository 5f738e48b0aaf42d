import { recordAudit } from "~/features/redemption/audited.server";
import { rowName } from "~/features/policies/domain/item-name";
import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import {
  addObjection,
  countOpenOf,
  findObjection,
  findRunningPublicity,
  hasObjected,
  raisedBy,
  unreadObjections,
  type Person,
} from "../adapters/objection.repository.server";
import { readCase } from "../domain/decide";
import {
  objectionLimits,
  objectionProblems,
  objectionWords,
  type ObjectionWords,
  type ObjectorProof,
} from "../domain/objection-limits";
import { daysOf } from "../domain/stage-days";
import { advanceCase } from "./advance-case.server";
import { holdCase } from "./hold-case.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { notifyObjectors } from "./notify-objectors.server";
import { readConfig } from "~/features/policies/domain/stored-item";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/**
 * Who stands by an objection: somebody signed in, somebody whose address was confirmed, or somebody who came in person, whose
 * identity an official has seen.
 */
export type ObjectionSource =
  | { kind: "user"; userId: string }
  | { kind: "mail"; email: string }
  | { kind: "inPerson"; identity: string; enteredById: string; email: string | null };

export type NewObjection = ObjectionWords & { publicityId: string; source: ObjectionSource; idempotencyKey: string };

/** A running publicity as the objection form shows it. @throws Refusal `redemption.publicity-over` (404) */
export async function readPublicity(deps: Pick<Deps, "tx">, id: string) {
  const row = isUuid(id) ? await findRunningPublicity(deps.tx, id) : null;
  if (!row) throw new Refusal("redemption.publicity-over", 404);
  const { application, ...shown } = row;
  return {
    ...shown,
    applicationId: application.id,
    firm: application.enterprise.name,
    item: rowName(application.item),
  };
}

/**
 * Who stands by it may object while a publicity runs; nothing is paid until an official has read it and, where it is admitted,
 * somebody who decided nothing has answered. What is raised while another one is looked into is looked into with it. Sending
 * it twice with the same key raises it once.
 * @returns id under which the answer can be read
 * @throws Refusal `redemption.publicity-over` (404), those of `objectionProblems` (422),
 *   `redemption.objection-again` (409), `redemption.objection-limit` (429)
 */
export async function raiseObjection(deps: Deps, { publicityId, source, ...more }: NewObjection): Promise<string> {
  requireObjection(more, source.kind === "inPerson" ? { identity: source.identity } : null);
  const words = objectionWords(more);
  const { idempotencyKey } = more;
  const { applicationId } = await readPublicity(deps, publicityId);
  if (await holdCase(deps, applicationId, idempotencyKey)) return raisedBefore(deps, applicationId, idempotencyKey);
  const row = await findRunningPublicity(deps.tx, publicityId);
  if (!row) throw new Refusal("redemption.publicity-over", 404);
  await requireWithinLimits(deps, { applicationId, startsOn: row.startsOn, source });
  const config = readConfig(row.application.itemVersion.redemption);
  const { isIn } = readCase(config, readSnapshot(row.application.snapshot));
  const now = deps.clock.now();
  const dueOn = await dueDay(deps, shanghaiDay(now), daysOf(config, "admission") + daysOf(config, "objection"));
  const id = await addObjection(deps.tx, {
    applicationId,
    ...words,
    ...columnsOf(source),
    raisedAt: now,
    dueOn,
    ...(isIn("publicity.disputed") ? { admittedAt: now, admission: "joined" } : {}),
  });
  await advanceCase(deps, {
    where: { id: applicationId },
    event: { type: "OBJECTION_RAISED" },
    payload: { objectionId: id },
    idempotencyKey,
  });
  await recordAudit(deps, {
    action: "objection.raised",
    subject: { type: "application", id: applicationId },
    after: { objectionId: id, source: source.kind, identity: source.kind === "inPerson" ? source.identity : null },
  });
  await notifyObjectors(deps, [id], "received");
  return id;
}

/** @throws Refusal (422) those of `objectionProblems`, all of them at once */
export function requireObjection(words: ObjectionWords, proof: ObjectorProof): void {
  const [first, ...also] = objectionProblems(words, proof);
  if (first) throw new Refusal(first, 422, {}, [], also);
}

async function raisedBefore({ tx }: Pick<Deps, "tx">, applicationId: string, idempotencyKey: string): Promise<string> {
  const id = await raisedBy(tx, applicationId, idempotencyKey);
  if (!id) throw new Refusal("redemption.objection-again");
  return id;
}

function columnsOf(source: ObjectionSource) {
  const { kind, ...more } = source;
  return { source: kind, ...more };
}

function personOf(source: ObjectionSource): Person | null {
  if (source.kind === "user") return { userId: source.userId };
  return source.kind === "mail" ? { email: source.email } : null;
}

/** One objection a person and publicity, few at a time, and not more than an office can read; who comes in person is heard. */
async function requireWithinLimits(
  { tx }: Pick<Deps, "tx">,
  { applicationId, startsOn, source }: { applicationId: string; startsOn: string; source: ObjectionSource },
): Promise<void> {
  const person = personOf(source);
  if (!person) return;
  if (await hasObjected(tx, person, { applicationId, since: startOfDay(startsOn) }))
    throw new Refusal("redemption.objection-again");
  const isOver =
    (await countOpenOf(tx, person)) >= objectionLimits.openPerPerson ||
    (await unreadObjections(tx, applicationId)).length >= objectionLimits.unreadPerCase;
  if (isOver) throw new Refusal("redemption.objection-limit", 429);
}

/** An objection with its answer, without the objector's name. @throws Refusal `request.not-found` (404) */
export async function readObjection(deps: Pick<Deps, "tx">, id: string) {
  const row = await findObjection(deps.tx, id);
  if (!row) throw new Refusal("request.not-found", 404);
  const { application, ...shown } = row;
  return { ...shown, firm: application.enterprise.name, item: rowName(application.item) };
}
