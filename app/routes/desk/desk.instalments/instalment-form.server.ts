import type { UserActor } from "~/access/actor";
import { wordsWithin } from "~/kernel/reading/words-within";
import { perform, type Performing } from "~/platform/transact.server";
import { decideInstalment } from "~/features/redemption/use-cases/decide-instalment.server";

/** An office's word on a condition as its form sends it. @returns what is wrong by field; null where it was carried out */
export async function decideInstalmentForm(
  process: Performing,
  actor: UserActor,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, string> | null> {
  const { id = "", outcome } = values;
  const note = wordsWithin(values[`note-${id}`] ?? "", 2000);
  if (note.trim() === "") return { [`note-${id}`]: "problem.required" };
  await perform(process, actor, (deps) =>
    decideInstalment({ ...deps, actor }, { id, confirmed: outcome === "confirmed", note }),
  );
  return null;
}
