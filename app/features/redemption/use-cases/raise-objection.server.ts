import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { addObjection, findObjection, findRunningPublicity } from "../adapters/follow-up.repository.server";
import { readCase, type StoredSnapshot } from "../domain/decide";
import { daysOf } from "../domain/stage-days";
import { advanceCase } from "./advance-case.server";
import { holdCase } from "./hold-case.server";
import { dueDay } from "./read-calendar.server";

export type NewObjection = {
  publicityId: string;
  objector: string;
  contact: string;
  text: string;
  idempotencyKey: string;
};

/** A running publicity as the objection form shows it. @throws Refusal `redemption.publicity-over` (404) */
export async function readPublicity(deps: Pick<Deps, "tx">, id: string) {
  const row = isUuid(id) ? await findRunningPublicity(deps.tx, id) : null;
  if (!row) throw new Refusal("redemption.publicity-over", 404);
  const { application, ...shown } = row;
  return { ...shown, applicationId: application.id, firm: application.enterprise.name, item: application.item.title };
}

/**
 * Anybody may object while a publicity runs; nothing is paid until somebody who decided nothing has answered. Several
 * objections to one case are looked into together.
 * @returns id under which the answer can be read
 * @throws Refusal `redemption.publicity-over` (404), `redemption.objection-empty` (422)
 */
export async function raiseObjection(
  deps: Deps,
  { publicityId, objector, contact, text, idempotencyKey }: NewObjection,
): Promise<string> {
  const words = {
    objector: objector.trim().slice(0, 100),
    contact: contact.trim().slice(0, 100),
    text: text.trim().slice(0, 2000),
  };
  if (words.text === "" || words.objector === "" || words.contact === "")
    throw new Refusal("redemption.objection-empty", 422);
  const { applicationId } = await readPublicity(deps, publicityId);
  await holdCase(deps, applicationId, idempotencyKey);
  const row = await findRunningPublicity(deps.tx, publicityId);
  if (!row) throw new Refusal("redemption.publicity-over", 404);
  const config = row.application.itemVersion.redemption as unknown as RedemptionConfig;
  const { can } = readCase(config, row.application.snapshot as unknown as StoredSnapshot);
  const dueOn = await dueDay(deps, shanghaiDay(deps.clock.now()), daysOf(config, "objection"));
  const id = await addObjection(deps.tx, { applicationId, ...words, raisedAt: deps.clock.now(), dueOn });
  if (can({ type: "OBJECTION_RAISED" }))
    await advanceCase(deps, { where: { id: applicationId }, event: { type: "OBJECTION_RAISED" }, idempotencyKey });
  await recordAudit(deps, { action: "objection.raised", subject: { type: "application", id: applicationId } });
  return id;
}

/** An objection with its answer, without the objector's name. @throws Refusal `request.not-found` (404) */
export async function readObjection(deps: Pick<Deps, "tx">, id: string) {
  const row = await findObjection(deps.tx, id);
  if (!row) throw new Refusal("request.not-found", 404);
  const { application, ...shown } = row;
  return { ...shown, firm: application.enterprise.name, item: application.item.title };
}
