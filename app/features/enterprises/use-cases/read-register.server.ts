import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import { readFirms, registerVersion } from "../adapters/register.repository.server";
import { baseFacts, profileFacts } from "../domain/profile";

export type RegisteredFirm = { id: string; creditCode: string; name: string; facts: Facts };

/** Firms read at once; a register is never held as rows of one query, and whoever reads it can do something else between two. */
const chunk = 500;

/** Every registered firm with the facts matching reads, in the order of registration. */
export async function* readRegister(
  tx: Tx,
  definitions: ReadonlyMap<string, FactDefinition>,
  today: PlainDate,
): AsyncGenerator<RegisteredFirm> {
  for (let after: string | null = null; ;) {
    const firms: Awaited<ReturnType<typeof readFirms>> = await readFirms(tx, after, chunk);
    for (const { enterprise, records } of firms) {
      const { id, creditCode, name } = enterprise;
      yield { id, creditCode, name, facts: profileFacts(records, baseFacts(enterprise), today, definitions) };
    }
    after = firms.at(-1)?.enterprise.id ?? null;
    if (firms.length < chunk) return;
  }
}

/** Changes whenever a firm or what is known of one does. */
export function registerStamp(tx: Tx): Promise<string> {
  return registerVersion(tx);
}
