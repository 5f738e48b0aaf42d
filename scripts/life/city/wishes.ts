import type { RandomSource } from "#prisma/seed/random-source";
import type { Facts } from "../oracle/diary";

/** Investments that a firm has made so far, each a project of its own. */
export type Projects = number[];
/** What a firm may want: the item, and what it says of this deed. */
export type Wish = { item: string; facts(random: RandomSource, projects: Projects): Facts };

const tens = (random: RandomSource, from: number, to: number) => random.whole(from, to) * 10_000;

const platform =
  (from: number, to: number) =>
  (random: RandomSource): Facts => ({ platformInvestment: tens(random, from, to) });
const equipment = (random: RandomSource): Facts => ({ techRenovationEquipment: tens(random, 100, 700) });
const dispute = (random: RandomSource): Facts => ({ domesticIpLitigationCost: tens(random, 1, 15) });
const investment = (random: RandomSource): Facts => ({ fixedAssetInvestment: tens(random, 100, 900) });
/** How a project or event is called, the `number`-th of its firm. */
const named = (number: number): Facts => ({ deedName: `第${number}项`, deedNumber: `城备${number}号` });
/** What is wanted for a deed of its own, now and then for one that was asked for before. */
const each =
  (facts: (random: RandomSource) => Facts) =>
  (random: RandomSource): Facts => ({ ...facts(random), ...named(random.whole(1, 60)) });
/** A project that the firm may have asked support for before; its sum is now and then stated anew. */
const project = (random: RandomSource, projects: Projects): Facts => {
  if (projects.length === 0 || random.chance(0.4)) projects.push(tens(random, 100, 900));
  const made = random.pick(projects);
  return { fixedAssetInvestment: made + (random.chance(0.2) ? 10_000 : 0), ...named(made / 10_000) };
};

/** Wants of all kinds: once ever, once a year, once a deed, rivals, top-ups, steps, shared caps, a window. */
export const wishes: readonly Wish[] = [
  { item: "life-first", facts: platform(100, 900) },
  { item: "life-year", facts: dispute },
  { item: "life-deed", facts: each(platform(100, 2000)) },
  { item: "life-rival-a", facts: equipment },
  { item: "life-rival-b", facts: investment },
  { item: "life-top-a", facts: platform(100, 499) },
  { item: "life-top-b", facts: platform(500, 2000) },
  { item: "life-step", facts: equipment },
  { item: "life-works-a", facts: project },
  { item: "life-works-b", facts: project },
  { item: "life-cap-a", facts: each(dispute) },
  { item: "life-cap-b", facts: each(investment) },
  { item: "life-window", facts: investment },
];

/** Two wants of which the firm can't have both in full. */
export const rivals: readonly (readonly [string, string])[] = [
  ["life-rival-a", "life-rival-b"],
  ["life-top-a", "life-top-b"],
  ["life-works-a", "life-works-b"],
  ["life-cap-a", "life-cap-b"],
];
export const capped: ReadonlySet<string> = new Set(["life-cap-a", "life-cap-b"]);

/** The item that nobody applies for: the office lists who is due. */
export const listed = "life-free";

/** Wants that come up again and again, with a new deed each time. */
export const frequent: readonly string[] = ["life-deed", "life-works-a", "life-works-b", "life-cap-a", "life-cap-b"];

export const wishFor = (item: string): Wish => {
  const found = wishes.find((each) => each.item === item);
  if (!found) throw new Error(`nobody wants ${item}`);
  return found;
};
