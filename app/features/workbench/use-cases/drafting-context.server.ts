import type { Catalogue } from "~/features/policies/domain/catalogue";
import { draftClauses, type DraftingContext } from "../domain/drafting/draft-clauses";
import { indexFacts } from "../domain/drafting/fact-index";
import type { KeptClause } from "../domain/drafting/kept-clause";
import type { Drafting } from "../domain/drafting/proposal";
import { unplacedIn } from "../domain/drafting/unplaced";

const contexts = new WeakMap<Catalogue["facts"], DraftingContext>();

/** What the drafter finds facts by; made once for each state of the registry. */
export function draftingContext({ facts, synonyms, departments }: Catalogue): DraftingContext {
  const known = contexts.get(facts);
  if (known) return known;
  const made = { index: indexFacts([...facts.values()], synonyms), departments };
  contexts.set(facts, made);
  return made;
}

/** Everything that is proposed for a kept text: by the drafter, and what of a model's proposals held. */
export function draftKept(kept: Pick<KeptClause, "clauses" | "model">, registry: Catalogue): Drafting {
  const drafted = draftClauses(kept.clauses, draftingContext(registry));
  const known = new Set(drafted.proposals.map(({ what }) => JSON.stringify(what)));
  const more = (kept.model?.proposals ?? []).filter(({ what }) => !known.has(JSON.stringify(what)));
  if (more.length === 0) return drafted;
  const proposals = [...drafted.proposals, ...more];
  return { text: drafted.text, proposals, unplaced: unplacedIn(drafted.text, proposals) };
}
