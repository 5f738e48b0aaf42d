import { Refusal } from "~/kernel/refusal";
import type { Tx } from "~/platform/db.server";
import { countSeals, findSeal, findSeals } from "../adapters/seal.repository.server";
import type { Seal } from "../domain/seal";

/** One page of the seals, newest first. */
export async function readSeals(
  tx: Tx,
  page: number,
  perPage: number,
): Promise<{ rows: Seal[]; pages: number; page: number }> {
  const count = await countSeals(tx);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  return { rows: await findSeals(tx, { skip: (shown - 1) * perPage, take: perPage }), pages, page: shown };
}

/** A seal by number. @throws Refusal `request.not-found` (404) */
export async function readSeal(tx: Tx, number: number): Promise<Seal> {
  const seal = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? await findSeal(tx, number) : null;
  if (!seal) throw new Refusal("request.not-found", 404);
  return seal;
}
