import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { lockCurrentVersion } from "~/features/policies/use-cases/publish-version.server";
import type { Prisma } from "~/generated/prisma/client";
import { shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import { compareVersions } from "../domain/compare-versions";
import { effectsPerPage, type Effect, type EffectKind } from "../domain/backtest";
import type { Register } from "../domain/register";
import { change, draftFor, hashOf, type Draft } from "./draft-state.server";
import { residentRegister } from "./resident-register.server";

/** Compares the draft with the version in force over the whole register and keeps the figures. @throws Refusal as `draftFor` */
export async function runBacktest(deps: Deps & { actor: UserActor }, register: Register, id: string, version: number): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  const baseVersionId = await lockCurrentVersion(deps, draft.itemId);
  const { summary } = compared(deps, draft, register);
  const kept = { ...summary, contentHash: hashOf(draft, deps.catalogue), baseVersionId, byId: deps.actor.userId, at: deps.clock.now().toISOString() };
  await change(deps, draft, { backtest: kept as unknown as Prisma.InputJsonValue });
  await recordAudit(deps, { action: "policy-draft.backtested", subject: { type: "policy-draft", id }, after: kept as unknown as Prisma.InputJsonValue });
}

function compared({ catalogue, clock }: Pick<Deps, "catalogue" | "clock">, draft: Draft, register: Register) {
  const before = catalogue.byId.get(draft.itemId)?.item ?? null;
  return compareVersions(before, draft.content, register, catalogue.registry.regions, shanghaiDay(clock.now()));
}

export type EffectLine = Omit<Effect, "row"> & { id: string; name: string; creditCode: string };

/** The firms a draft makes a difference to, one page of one kind, the greatest difference first. */
export async function listEffects(context: Pick<AppContext, "prisma" | "clock" | "catalogue">, draft: Draft, kind: EffectKind | null, page: number): Promise<{ lines: EffectLine[]; count: number }> {
  const register = await residentRegister(context);
  const effects = compared(context, draft, register).effects.filter((effect) => kind === null || effect.kind === kind);
  const lines = effects.slice((page - 1) * effectsPerPage, page * effectsPerPage).flatMap(({ row, ...effect }) => {
    const firm = register.firms[row];
    return firm ? [{ ...effect, id: firm.id, name: firm.name, creditCode: firm.creditCode }] : [];
  });
  return { lines, count: effects.length };
}
