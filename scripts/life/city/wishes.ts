import type { RandomSource } from "#prisma/seed/random-source";
import type { Facts } from "../oracle/diary";

/** What a firm may want: the item, and what it says of itself and of this deed. */
export type Wish = { item: string; facts(random: RandomSource): Facts };

const tens = (random: RandomSource, from: number, to: number) => random.whole(from, to) * 10_000;

/** What stays so for a firm of the city, whatever it applies for. */
export const standing: Facts = { energyOutputGrade: "II", landEfficiencyScope: "rated", landEfficiencyRating: "A" };

const renovation =
  (from: number, to: number) =>
  (random: RandomSource): Facts => ({
    ...standing,
    techRenovationEquipment: tens(random, from, to),
    zeroLandExpansion: false,
    fixedAssetInvestment: tens(random, 500, 4000),
    statisticsOnlineReported: true,
  });
const platform =
  (from: number, to: number) =>
  (random: RandomSource): Facts => ({ platformInvestment: tens(random, from, to) });
const dispute = (random: RandomSource): Facts => ({ domesticIpLitigationCost: tens(random, 1, 15) });
const investment = (random: RandomSource): Facts => ({ fixedAssetInvestment: tens(random, 100, 900) });

/** Wants of all kinds: once ever, once a year, once a deed, rivals, top-ups, shared caps, a window. */
export const wishes: readonly Wish[] = [
  { item: "life-first", facts: platform(100, 900) },
  { item: "life-year", facts: dispute },
  { item: "life-deed", facts: platform(100, 2000) },
  { item: "life-rival-a", facts: (random) => ({ techRenovationEquipment: tens(random, 100, 700) }) },
  { item: "life-rival-b", facts: investment },
  { item: "life-top-a", facts: platform(100, 499) },
  { item: "life-top-b", facts: platform(500, 2000) },
  { item: "life-cap-a", facts: dispute },
  { item: "life-cap-b", facts: investment },
  { item: "life-window", facts: investment },
  { item: "zone-mfg-001", facts: renovation(100, 199) },
  { item: "zone-mfg-003", facts: renovation(300, 4800) },
  { item: "zone-patent-006", facts: dispute },
];

/** Two wants of which the firm can't have both in full. */
export const rivals: readonly (readonly [string, string])[] = [
  ["life-rival-a", "life-rival-b"],
  ["life-top-a", "life-top-b"],
  ["life-cap-a", "life-cap-b"],
];
export const capped: ReadonlySet<string> = new Set(["life-cap-a", "life-cap-b"]);
export const wishFor = (item: string): Wish => {
  const found = wishes.find((each) => each.item === item);
  if (!found) throw new Error(`nobody wants ${item}`);
  return found;
};
