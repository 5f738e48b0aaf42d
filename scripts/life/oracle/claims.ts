import type { GroupSpan, Item, Once, Rules } from "./catalogue";
import type { Facts } from "./diary";

/**
 * A claim as it stands: `fen` is what the firm has or is to have of it, once recovered money is taken off, `whole` what its item
 * brings where the firm has nothing else.
 */
export type Claim = {
  case: string;
  item: Item;
  year: number;
  deed: Facts;
  counts: boolean;
  fen: bigint;
  whole: bigint;
};
export type Wanted = Pick<Claim, "item" | "year" | "deed">;

/** What is left of a sum beside the firm's other claims; 0 where they leave nothing. */
export function leftOf(rules: Rules, wanted: Wanted, sum: bigint, others: readonly Claim[]): bigint {
  const counting = others.filter(({ counts }) => counts);
  const span: Once = rules.once.get(wanted.item.id) ?? { once: "year" };
  const same = counting.filter(({ item }) => item.id === wanted.item.id);
  if (isHadAlready(span, wanted, same, sum)) return 0n;
  const group = counting.filter(
    ({ item }) => wanted.item.exclusiveGroup !== null && item.exclusiveGroup === wanted.item.exclusiveGroup,
  );
  const per = rules.groups.get(wanted.item.exclusiveGroup ?? "") ?? "year";
  const isRival = (each: Claim) =>
    each.item.id === wanted.item.id ? (span.step ?? false) && wanted.item.topUp : excludes(per, wanted, each, sum);
  const rivals = group.filter(isRival);
  const afterRivals = wanted.item.topUp ? toppedUp(sum, rivals) : rivals.length > 0 ? 0n : sum;
  return atLeastZero(underCap(wanted, afterRivals, counting));
}

/** Of a group of top-ups a firm has in all what the highest brings (`rules/README.md`, How often). */
function toppedUp(sum: bigint, rivals: readonly Claim[]): bigint {
  const highest = rivals.reduce((most, { whole }) => (whole > most ? whole : most), sum);
  const left = highest - total(rivals);
  return left < sum ? left : sum;
}

/** Whether an item is had as often as it may be; what is had step by step comes again for more than all before. */
function isHadAlready(span: Once, wanted: Wanted, same: readonly Claim[], sum: bigint): boolean {
  if (span.once === "ever" && span.step) return same.some(({ fen }) => fen >= sum);
  if (span.once === "ever") return same.length >= (span.n ?? 1);
  const years = new Set(same.map(({ year }) => year));
  if (span.once === "year") return years.has(wanted.year) || (span.n !== undefined && years.size >= span.n);
  return same.some((each) => isSame(span.once, wanted, each));
}

/** Whether another item of the group leaves nothing of this one, or is deducted (`rules/README.md`, How often). */
function excludes(per: GroupSpan, wanted: Wanted, other: Claim, sum: bigint): boolean {
  if (per === "firm") return true;
  if (per === "deed") return isSameDeed(wanted, other);
  return wanted.year === other.year || (per === "level" && other.fen >= sum);
}

/** Whether two claims are for the same span: the firm's life, the year, or the same deed. */
function isSame(once: string, wanted: Wanted, other: Claim): boolean {
  if (once === "ever") return true;
  return once === "year" ? wanted.year === other.year : isSameDeed(wanted, other);
}

/** One number is one deed, else one name; where neither is told, what is of one year. */
function isSameDeed(wanted: Wanted, other: Claim): boolean {
  for (const fact of ["deedNumber", "deedName"]) {
    const [one, two] = [wanted.deed[fact], other.deed[fact]];
    if (one !== undefined && two !== undefined) return one === two;
  }
  return wanted.year === other.year;
}

function underCap(wanted: Wanted, sum: bigint, counting: readonly Claim[]): bigint {
  const cap = wanted.item.amount.sharedCap;
  if (!cap) return sum;
  const had = counting.filter(
    ({ item, year }) =>
      item.amount.sharedCap?.group === cap.group && (!cap.group.endsWith("-year") || year === wanted.year),
  );
  const left = BigInt(Math.round(cap.yuan * 100)) - total(had);
  return left < sum ? left : sum;
}

const total = (claims: readonly Claim[]) => claims.reduce((sum, { fen }) => sum + fen, 0n);
const atLeastZero = (fen: bigint) => (fen < 0n ? 0n : fen);
