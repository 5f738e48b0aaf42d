import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { compileCatalogue, type CompiledCatalogue } from "../domain/matches/match-firm";

const compiled = new WeakMap<PublishedCatalogue, CompiledCatalogue>();

/** The catalogue made executable; compiled once for each published state. */
export function compiledCatalogue(catalogue: PublishedCatalogue): CompiledCatalogue {
  const known = compiled.get(catalogue);
  if (known) return known;
  const fresh = compileCatalogue(
    catalogue.items.map(({ item }) => item),
    catalogue.registry,
  );
  compiled.set(catalogue, fresh);
  return fresh;
}
