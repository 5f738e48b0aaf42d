import type { Bilingual } from "~/kernel/bilingual";
import type { Received } from "./received";
import type { GroupSpan, Once } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { isCappedByDeed, sameDeed } from "./deed";
import { fenFromYuan, type Fen } from "~/kernel/money";

/** How firm a claim is: submitted, decided for the firm, paid. */
export type ClaimRank = "underWay" | "approved" | "paid";

const ranks: readonly ClaimRank[] = ["underWay", "approved", "paid"];

/** An application of a firm as it counts against others; what was paid back no longer counts. Fen. */
export type EarlierClaim = {
  applicationId: string;
  number: string;
  itemId: string;
  title: Bilingual;
  year: number;
  rank: ClaimRank;
  submittedAt: Date;
  exclusiveGroup: string | null;
  sharedCap: string | null;
  once: Once["once"];
  /** the years in which it stands in the way of the like; left out: all */
  spanYears?: number;
  group: GroupSpan;
  /** what the firm stated of this application alone: names and numbers in it tell projects, contracts and events apart */
  stated: Facts;
  fen: Fen;
  /** of a top-up: what of its item's sum was left to others of its group when it was handed in */
  cededFen: Fen;
};

/** Where a claim stands in the row of a firm's claims. */
export type ClaimPlace = Pick<EarlierClaim, "rank" | "submittedAt" | "number">;

/** The place of a claim with a receipt; null for one that was never handed in. */
export function placeOf(
  rank: ClaimRank,
  { submittedAt, number }: { submittedAt: Date | null; number: string | null },
): ClaimPlace | null {
  return submittedAt && number ? { rank, submittedAt, number } : null;
}

/** What a firm asks for now; `place` null: not submitted yet. */
export type NewClaim = Pick<EarlierClaim, "year"> & {
  /** null: not stated yet, so that nothing is the same project */
  stated: Facts | null;
  applicationId: string | null;
  place: ClaimPlace | null;
  item: Pick<PolicyItem, "id" | "exclusiveGroup" | "topUp" | "amount">;
  once: Once;
  group: GroupSpan;
  /** what the item alone would bring; null where it can't be told yet */
  wholeFen: Fen | null;
};

/**
 * Why an earlier claim counts: had once, once a year, in as many years as there are, the same project or event, another of
 * its group (就高不重复), what a top-up (补差) deducts, a shared cap.
 */
export type ClaimReason = "ever" | "year" | "years" | "deed" | "group" | "groupOpen" | "topUp" | "cap";

export type CountedClaim = { claim: EarlierClaim; reason: ClaimReason };

export type ClaimStanding = {
  /** the claims that go before this one and are not for another project, person or event of its item or group */
  before: readonly EarlierClaim[];
  /** those of them that fill the ceiling shared with it */
  capped: readonly EarlierClaim[];
  /** everything that counts against the claim, each once */
  counted: readonly CountedClaim[];
  /** what of it leaves nothing; empty where the claim holds */
  bars: readonly CountedClaim[];
  /** what is left at the most; null: nothing bounds it */
  leftFen: Fen | null;
  /** of the same item or group, but for another project, person or event: to be looked at */
  beside: readonly EarlierClaim[];
};

/** What of a firm's claims counts against a new one, and what that leaves. Rules: `rules/once.json`, the item's group and cap. */
export function standingOf(claim: NewClaim, history: readonly EarlierClaim[]): ClaimStanding {
  const before = history.filter((held) => held.applicationId !== claim.applicationId && goesBefore(held, claim.place));
  const counted = before.flatMap((held): CountedClaim[] => {
    const reason = reasonOf(held, claim, before);
    return reason ? [{ claim: held, reason }] : [];
  });
  const lessening = counted.filter(({ reason }) => !barring.includes(reason));
  const leftFen = leftOf(claim, counted);
  const barred = counted.filter(({ reason }) => barring.includes(reason));
  const isBeside = (held: EarlierClaim) =>
    isRelated(held, claim) && !counted.some((each) => each.claim.applicationId === held.applicationId);
  return {
    before: before.filter((held) => !isBeside(held)),
    capped: before.filter((held) => isUnderCap(held, claim)),
    counted,
    leftFen,
    bars: barred.length > 0 ? barred : leftFen === 0n ? lessening : [],
    beside: before.filter(isBeside),
  };
}

/**
 * The claims that count in a year, as sums received: top-ups pay only the difference to them. `capped` are those that fill a ceiling of
 * the project or vehicle in question.
 */
export function receivedOf(
  claims: readonly EarlierClaim[],
  inYear: number,
  capped: readonly EarlierClaim[] = [],
): Received {
  const sameDeed = new Set(capped.map(({ applicationId }) => applicationId));
  return claims
    .filter((claim) => countsIn(claim, inYear))
    .map(({ applicationId, itemId, exclusiveGroup, sharedCap, year, fen, cededFen, once, group }) => ({
      itemId,
      exclusiveGroup,
      sharedCap,
      year,
      yuan: Number(fen) / 100,
      span: once === "ever" || once === "year" ? once : ("deed" as const),
      ...(sameDeed.has(applicationId) ? { sameDeed: true as const } : {}),
      ...(cededFen > 0n ? { cededYuan: Number(cededFen) / 100 } : {}),
      group,
    }));
}

/** What is had once a year counts in its own year alone. */
function countsIn({ year, once, spanYears, sharedCap }: EarlierClaim, inYear: number): boolean {
  const isLasting = once === "ever" && isWithinSpan(year, inYear, spanYears);
  return year === inYear || isLasting || once === "project" || (sharedCap !== null && !isYearly(sharedCap));
}

const barring: readonly ClaimReason[] = ["ever", "year", "years", "deed", "group", "groupOpen"];

/**
 * The firmer claim goes before, of equal ones the earlier, of those of one instant the one whose receipt has the lower number: so of
 * two that exclude each other just one passes.
 */
function goesBefore(held: ClaimPlace, place: ClaimPlace | null): boolean {
  if (place === null) return true;
  const ahead = ranks.indexOf(held.rank) - ranks.indexOf(place.rank);
  if (ahead !== 0) return ahead > 0;
  const sooner = held.submittedAt.getTime() - place.submittedAt.getTime();
  return sooner === 0 ? held.number < place.number : sooner < 0;
}

function isRelated(held: EarlierClaim, { item }: NewClaim): boolean {
  return held.itemId === item.id || (item.exclusiveGroup !== null && held.exclusiveGroup === item.exclusiveGroup);
}

function reasonOf(held: EarlierClaim, claim: NewClaim, all: readonly EarlierClaim[]): ClaimReason | null {
  const related = isRelated(held, claim) ? relatedReason(held, claim, all) : null;
  return related ?? (isUnderCap(held, claim) ? "cap" : null);
}

/** Whether an earlier claim fills the ceiling that the new one shares: of its firm, its year, or its project or vehicle. */
function isUnderCap(held: EarlierClaim, claim: NewClaim): boolean {
  const cap = claim.item.amount.sharedCap;
  if (!cap || held.sharedCap !== cap.group) return false;
  if (isYearly(cap.group) && held.year !== claim.year) return false;
  return !isCappedByDeed(cap) || isSameDeed(held, claim);
}

function relatedReason(held: EarlierClaim, claim: NewClaim, all: readonly EarlierClaim[]): ClaimReason | null {
  const { item, once } = claim;
  const isOwn = held.itemId === item.id;
  // A top-up is no second time of the same item, unless that is had step by step.
  if (isOwn && !(item.topUp && once.step)) return sameItemReason(held, claim, all);
  if (!(isOwn ? isWithin(held, claim) : excludes(held, claim))) return null;
  if (item.topUp) return "topUp";
  return held.rank === "underWay" ? "groupOpen" : "group";
}

/** Whether an earlier claim of another item of the group stands in the way of the new one, or is deducted from it. */
function excludes(held: EarlierClaim, claim: NewClaim): boolean {
  switch (claim.group) {
    case "firm":
      return true;
    case "year":
      return held.year === claim.year;
    case "level":
      return held.year === claim.year || claim.wholeFen === null || held.fen >= claim.wholeFen;
    case "deed":
      return isSameDeed(held, claim);
  }
}

function sameItemReason(held: EarlierClaim, claim: NewClaim, all: readonly EarlierClaim[]): ClaimReason | null {
  const { once, step, spanYears } = claim.once;
  const own = all.filter(({ itemId, year }) => itemId === claim.item.id && isWithinSpan(year, claim.year, spanYears));
  if (once === "ever") {
    if (step && claim.wholeFen !== null && held.fen < claim.wholeFen) return null;
    return own.includes(held) && own.length >= (claim.once.n ?? 1) ? "ever" : null;
  }
  if (once === "year") return yearReason(held, claim, own);
  return isWithin(held, claim) ? "deed" : null;
}

function yearReason(
  held: EarlierClaim,
  { year, once: { n } }: NewClaim,
  own: readonly EarlierClaim[],
): ClaimReason | null {
  if (held.year === year) return "year";
  const years = new Set(own.map((each) => each.year));
  return n !== undefined && years.has(held.year) && years.size >= n ? "years" : null;
}

/** Whether an earlier claim falls into the span in which the new one is had once. */
function isWithin(held: EarlierClaim, claim: NewClaim): boolean {
  const { once } = claim.once;
  if (once === "ever") return isWithinSpan(held.year, claim.year, claim.once.spanYears);
  return once === "year" ? held.year === claim.year : isSameDeed(held, claim);
}

/** Whether two years lie within so many years of one another; any do where no span is said. */
function isWithinSpan(one: number, other: number, spanYears: number | undefined): boolean {
  return spanYears === undefined || Math.abs(other - one) < spanYears;
}

/** What is one deed by its name or number; where neither is stated on both sides, what is of one year. */
function isSameDeed({ stated, year }: EarlierClaim, claim: NewClaim): boolean {
  if (claim.stated === null) return false;
  return sameDeed(stated, claim.stated) ?? year === claim.year;
}

/** The least of what the whole leaves over a top-up's predecessors, and of what the cap leaves. */
function leftOf(claim: NewClaim, counted: readonly CountedClaim[]): Fen | null {
  const { wholeFen, item } = claim;
  const cap = item.amount.sharedCap;
  const taken = (claims: readonly EarlierClaim[]) => claims.reduce((sum, { fen }) => sum + fen, 0n);
  const lessened = counted.filter(({ reason }) => reason === "topUp").map(({ claim }) => claim);
  const underCap = counted.filter((each) => isUnderCap(each.claim, claim));
  const bounds = [
    ...(wholeFen !== null && lessened.length > 0 ? [wholeFen, highestOf(wholeFen, lessened) - taken(lessened)] : []),
    ...(cap ? [fenFromYuan(cap.yuan) - taken(underCap.map(({ claim }) => claim))] : []),
  ];
  if (bounds.length === 0) return null;
  const least = bounds.reduce((a, b) => (b < a ? b : a));
  return least > 0n ? least : 0n;
}

/** The whole sum of the highest of these: what a group of top-ups brings in all. */
function highestOf(wholeFen: Fen, claims: readonly EarlierClaim[]): Fen {
  return claims.reduce(
    (most, { fen, cededFen }) => (cededFen > 0n && fen + cededFen > most ? fen + cededFen : most),
    wholeFen,
  );
}

function isYearly(cap: string): boolean {
  return cap.endsWith("-year");
}
