import type { Deps } from "~/platform/context.server";
import { subjectsOf } from "../adapters/trouble.repository.server";
import type { TroubleKind } from "../domain/trouble";

/** What is in open trouble of a kind. */
export function openSubjects({ tx }: Pick<Deps, "tx">, kind: TroubleKind): Promise<string[]> {
  return subjectsOf(tx, kind);
}
