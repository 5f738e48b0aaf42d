import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { Deps } from "~/platform/context.server";
import { changeExclusion, exclusionsOfFirm, exclusionsOfOffice } from "../adapters/exclusion.repository.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";

type Person = Deps & { actor: UserActor };

/** Exclusions of the own firm. */
export function readOwnExclusions(deps: Pick<Deps, "tx">, enterpriseId: string) {
  return exclusionsOfFirm(deps.tx, enterpriseId);
}

/** Exclusions the own office decided. */
export function readOfficeExclusions(deps: Pick<Person, "tx" | "actor">) {
  return exclusionsOfOffice(deps.tx, officeOf(deps.actor));
}

/**
 * A firm that made good asks to be admitted again. @throws Refusal `redemption.reason-missing`, `request.too-long`
 * (422), `request.not-found` (404)
 */
export async function askRepair(
  deps: Person,
  { id, enterpriseId, grounds }: { id: string; enterpriseId: string; grounds: string },
): Promise<void> {
  if (grounds.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  const asked = await changeExclusion(
    deps.tx,
    { id, enterpriseId },
    { repairGrounds: wordsWithin(grounds, 2000), repairAskedAt: deps.clock.now(), repairAnswer: null },
  );
  if (!asked) throw new Refusal("request.not-found", 404);
  await recordAudit(deps, { action: "exclusion.repair-asked", subject: { type: "exclusion", id }, enterpriseId });
}

/**
 * The office that excluded a firm answers its request. @throws Refusal `redemption.reason-missing`, `request.too-long`
 * (422), `request.not-found` (404)
 */
export async function answerRepair(
  deps: Person,
  { id, granted, answer }: { id: string; granted: boolean; answer: string },
): Promise<void> {
  if (answer.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const now = deps.clock.now();
  const repaired = granted ? { repairedAt: now, repairedById: deps.actor.userId } : { repairAskedAt: null };
  const changed = await changeExclusion(
    deps.tx,
    { id, ...officeOf(deps.actor), repairAskedAt: { not: null } },
    { repairAnswer: wordsWithin(answer, 2000), ...repaired },
  );
  if (!changed) throw new Refusal("request.not-found", 404);
  await recordAudit(deps, {
    action: granted ? "exclusion.repaired" : "exclusion.repair-refused",
    subject: { type: "exclusion", id },
  });
}
