import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { FormAnswer } from "~/ui/form";
import { alignClauses, itemsConcerned, type AlignedClause } from "../domain/drafting/compare-texts";

/** The longest text that is compared, in signs. */
const longest = 60_000;

export type Compared = {
  clauses: AlignedClause[];
  counts: Record<AlignedClause["kind"], number>;
  items: { id: string; title: string; percent: number; clauses: number[] }[];
};

/** Two texts of a document clause by clause, and the items whose words stand in what changed. Keeps nothing. */
export function compareTexts(catalogue: PublishedCatalogue, values: Record<string, string>): FormAnswer | Compared {
  const { before = "", after = "" } = values;
  const errors = Object.fromEntries(
    Object.entries({ before, after }).flatMap(([name, text]) => {
      if (text.trim() === "") return [[name, "workbench:compare.empty"]];
      return text.length > longest ? [[name, "workbench:compare.long"]] : [];
    }),
  );
  if (Object.keys(errors).length > 0) return { errors, values };
  const clauses = alignClauses(before, after);
  const items = [...catalogue.byId.values()].map(({ item }) => item);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const count = (kind: AlignedClause["kind"]) => clauses.filter((each) => each.kind === kind).length;
  return {
    clauses,
    counts: { same: count("same"), changed: count("changed"), new: count("new"), gone: count("gone") },
    items: itemsConcerned(clauses, items).map(({ itemId, share, clauses: at }) => ({
      id: itemId,
      title: titles.get(itemId) ?? itemId,
      percent: Math.round(share * 100),
      clauses: at.map((index) => index + 1),
    })),
  };
}
