import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { exclusionTerms } from "../adapters/exclusion.repository.server";
import { redemption } from "../redemption.zh";
import { creditProblem, isExcluded } from "../domain/credit-standing";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue">;

/** Why a firm may not receive money now, in Chinese words for its record; null when it may. */
export async function checkCredit(deps: Reading, enterpriseId: string): Promise<string | null> {
  const [profile, terms] = [await readProfile(deps, enterpriseId), await exclusionTerms(deps.tx, enterpriseId)];
  const problem = creditProblem(profile.facts, terms, shanghaiDay(deps.clock.now()));
  if (problem === null) return null;
  return redemption.credit[problem];
}

/** @throws Refusal `redemption.excluded` (409) while the firm receives nothing */
export async function requireNotExcluded(deps: Pick<Deps, "tx" | "clock">, enterpriseId: string): Promise<void> {
  const terms = await exclusionTerms(deps.tx, enterpriseId);
  if (isExcluded(terms, shanghaiDay(deps.clock.now()))) throw new Refusal("redemption.excluded");
}
