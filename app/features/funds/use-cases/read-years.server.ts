import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { budgetYears } from "../adapters/envelope.repository.server";

/** Years with a budget, and the present one, the latest first. */
export async function readYears({ tx, clock }: Pick<Deps, "tx" | "clock">, asked: number): Promise<number[]> {
  const present = yearOf(shanghaiDay(clock.now()));
  return [...new Set([...(await budgetYears(tx)), present, asked])].toSorted((a, b) => b - a);
}
