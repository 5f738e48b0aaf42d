import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { valuePools, type ProfileMix } from "../domain/evaluate/generate-profiles";
import { demoProfiles, drawnProfiles } from "./population";

/** Some of the profiles of a proof; `mix` null: firms of the demo register. */
export type Slice = { name: string; count: number; seed: number; mix: ProfileMix | null };

const sliceSize = 100;

const kinds: readonly { name: string; profiles: number; mix: ProfileMix | null }[] = [
  { name: "demo register", profiles: 2484, mix: null },
  { name: "all known, at the bounds", profiles: 2600, mix: { absent: 0, odd: 0 } },
  { name: "all known, odd types", profiles: 1000, mix: { absent: 0, odd: 0.1 } },
  { name: "a quarter unknown", profiles: 1400, mix: { absent: 0.25, odd: 0 } },
  { name: "most unknown, a few odd", profiles: 1000, mix: { absent: 0.7, odd: 0.0005 } },
];

/** The whole proof in slices; `share` 1 is all of it (more than five million pairs). */
export function slicesOf(share: number): readonly Slice[] {
  return kinds.flatMap(({ name, profiles, mix }, kind) => {
    const wanted = Math.ceil(profiles * share);
    return Array.from({ length: Math.ceil(wanted / sliceSize) }, (_, index) => ({
      name,
      mix,
      count: Math.min(sliceSize, wanted - index * sliceSize),
      seed: 20_261_126 + kind * 1000 + index,
    }));
  });
}

/** The profiles of a slice: the same for the same seed. */
export function profilesOf(slice: Slice, catalogue: Pick<Catalogue, "items" | "facts">, today: PlainDate): Facts[] {
  const { count, seed, mix } = slice;
  if (!mix) return [...demoProfiles(count, catalogue, today, seed)];
  return [
    ...drawnProfiles(count, catalogue.items, valuePools(catalogue.items, catalogue.facts, today), mix, seed, today),
  ];
}
