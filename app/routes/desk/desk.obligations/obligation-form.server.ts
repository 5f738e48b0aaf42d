import type { UserActor } from "~/access/actor";
import { readNumber } from "~/kernel/reading/read-number";
import { wordsWithin } from "~/kernel/reading/words-within";
import { perform, type Performing } from "~/platform/transact.server";
import { decideObligation } from "~/features/redemption/use-cases/decide-obligation.server";

/** An office's word on an obligation as its form sends it. @returns what is wrong by field; null where it was carried out */
export async function decideObligationForm(
  process: Performing,
  actor: UserActor,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, string> | null> {
  const { id = "", outcome, idempotencyKey = "" } = values;
  const note = wordsWithin(values[`note-${id}`] ?? "", 2000);
  const typed = values[`found-${id}`]?.trim() ?? "";
  const found = typed === "" ? null : readNumber(typed, null);
  const errors = {
    ...(note.trim() === "" ? { [`note-${id}`]: "problem.required" } : {}),
    ...(found && !found.ok ? { [`found-${id}`]: found.problem } : {}),
  };
  if (Object.keys(errors).length > 0) return errors;
  await perform(process, actor, (deps) =>
    decideObligation(
      { ...deps, actor },
      { id, kept: outcome === "kept", note, found: found?.ok ? Number(found.value) : null, idempotencyKey },
    ),
  );
  return null;
}
