import { amountLines, type AmountLine } from "~/features/policies/domain/amount-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { changedParts, type ItemPart } from "~/features/policies/domain/version-changes";
import { readVersions } from "~/features/policies/use-cases/read-versions.server";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { leavesInWords } from "../domain/explain/clauses-beside";
import type { Language } from "~/features/policies/domain/value-words";

/** A version as pages list it: what it changed, and conditions and sum in words where they did. `parts` null: the first one. */
export type ShownVersion = {
  number: number;
  day: PlainDate;
  parts: ItemPart[] | null;
  conditions: { gone: string[]; added: string[] } | null;
  amount: { before: AmountLine[]; after: AmountLine[] } | null;
};

/** The versions of an item, the newest first, each with what it changed. */
export async function readItemHistory(
  { tx, catalogue: { registry } }: Pick<Deps, "tx" | "catalogue">,
  itemId: string,
  language: Language,
): Promise<ShownVersion[]> {
  const versions = await readVersions(tx, itemId);
  return versions.map(({ number, publishedAt, item }, index) => {
    const before = versions[index + 1]?.item;
    const parts = before ? changedParts(before, item) : null;
    return {
      number,
      day: shanghaiDay(publishedAt),
      parts,
      conditions: before && parts?.includes("conditions") ? leafChanges(before, item, registry, language) : null,
      amount:
        before && parts?.includes("amount")
          ? { before: linesOf(before, registry, language), after: linesOf(item, registry, language) }
          : null,
    };
  });
}

function leafChanges(before: PolicyItem, after: PolicyItem, registry: Catalogue, language: Language) {
  const old = leavesInWords(before, registry, language).map(({ rule }) => rule);
  const now = leavesInWords(after, registry, language).map(({ rule }) => rule);
  return { gone: old.filter((rule) => !now.includes(rule)), added: now.filter((rule) => !old.includes(rule)) };
}

function linesOf({ amount }: PolicyItem, { facts }: Catalogue, language: Language): AmountLine[] {
  return amountLines(amount, { facts, language });
}
