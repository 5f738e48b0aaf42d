import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";

/** Facts of one profile by slot; undefined or null is unknown. */
export type SlotValues = readonly (FactValue | null | undefined)[];

/** Places of facts in a profile held as an array. */
export type FactSlots = {
  /** The place of a fact; a name not seen before gets the next place. */
  slotOf(name: string): number;
  /** Names by place. */
  readonly names: readonly string[];
};

/** An empty table of places. */
export function factSlots(known: Iterable<string> = []): FactSlots {
  const names: string[] = [];
  const places = new Map<string, number>();
  const slotOf = (name: string): number => {
    const found = places.get(name);
    if (found !== undefined) return found;
    places.set(name, names.length);
    return names.push(name) - 1;
  };
  for (const name of known) slotOf(name);
  return { slotOf, names };
}

/** A profile by slot; facts that no slot names are left out. */
export function slotValues(facts: Facts, slots: FactSlots): SlotValues {
  return slots.names.map((name) => (Object.hasOwn(facts, name) ? facts[name] : undefined));
}
