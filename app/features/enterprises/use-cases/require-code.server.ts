import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { firmsInDoubt } from "../adapters/enterprise.repository.server";
import { codeOf } from "../adapters/firm.repository.server";

/**
 * A firm whose code is in doubt may fill in everything, and submits when an official has confirmed it.
 * @throws Refusal `applications.code-unconfirmed`, `applications.code-refused` (409)
 */
export async function requireCode({ tx }: Pick<Deps, "tx">, enterpriseId: string): Promise<void> {
  const firm = await codeOf(tx, enterpriseId);
  if (firm?.codeState === "toConfirm") throw new Refusal("applications.code-unconfirmed");
  if (firm?.codeState === "refused") throw new Refusal("applications.code-refused");
}

/** The names of firms whose code is in doubt or was refused, by id: none of them is listed or paid. */
export async function codesInDoubt(
  { tx }: Pick<Deps, "tx">,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await firmsInDoubt(tx, enterpriseIds);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
