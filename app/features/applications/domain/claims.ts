import type { Received } from "~/features/matching/domain/received";
import type { GroupSpan, Once } from "~/features/policies/domain/once";
import type { Facts, PolicyItem } from "~/features/policies/domain/policy-item";
import { sameDeed } from "./deed";
import { fenFromYuan, type Fen } from "~/kernel/money";

/** How firm a claim is: submitted, decided for the firm, paid. */
export type ClaimRank = "underWay" | "approved" | "paid";
const ranks: readonly ClaimRank[] = ["underWay", "approved", "paid"];

/** An application of a firm as it counts against others; what was paid back no longer counts. Fen. */
export type HeldClaim = {
  applicationId: string;
  number: string;
  itemId: string;
  title: string;
  year: number;
  rank: ClaimRank;
  submittedAt: Date;
  exclusiveGroup: string | null;
  sharedCap: string | null;
  once: Once["once"];
  group: GroupSpan;
  /** what the firm stated of this application alone: names and numbers in it tell projects, contracts and events apart */
  stated: Facts;
  fen: Fen;
  /** of a top-up: what of its item's sum was left to others of its group when it was handed in */
  cededFen: Fen;
};

/** What a firm asks for now; `rank` null: not submitted yet. */
export type NewClaim = Pick<HeldClaim, "year"> & {
  /** null: not stated yet, so that nothing is the same project */
  stated: Facts | null;
  applicationId: string | null;
  rank: ClaimRank | null;
  submittedAt: Date | null;
  item: Pick<PolicyItem, "id" | "exclusiveGroup" | "topUp" | "amount">;
  once: Once;
  group: GroupSpan;
  /** what the item alone would bring; null where it can't be told yet */
  wholeFen: Fen | null;
};

/**
 * Why an earlier claim counts: had once, once a year, in as many years as there are, the same project or event, another of
 * its group (就高不重复), what a top-up (补差) deducts, an earlier instalment, a shared cap.
 */
export type ClaimReason = "ever" | "year" | "years" | "deed" | "group" | "groupOpen" | "topUp" | "instalment" | "cap";
export type CountedClaim = { claim: HeldClaim; reason: ClaimReason };

export type ClaimStanding = {
  /** the claims that go before this one and are not for another project, person or event of its item or group */
  before: readonly HeldClaim[];
  /** everything that counts against the claim, each once */
  counted: readonly CountedClaim[];
  /** what of it leaves nothing; empty where the claim holds */
  bars: readonly CountedClaim[];
  /** what is left at the most; null: nothing bounds it */
  leftFen: Fen | null;
  /** of the same item or group, but for another project, person or event: to be looked at */
  beside: readonly HeldClaim[];
};

/** What of a firm's claims counts against a new one, and what that leaves. Rules: `rules/once.json`, the item's group and cap. */
export function standingOf(claim: NewClaim, history: readonly HeldClaim[]): ClaimStanding {
  const before = history.filter((held) => held.applicationId !== claim.applicationId && goesBefore(held, claim));
  const counted = before.flatMap((held): CountedClaim[] => {
    const reason = reasonOf(held, claim, before);
    return reason ? [{ claim: held, reason }] : [];
  });
  const lessening = counted.filter(({ reason }) => !barring.includes(reason));
  const leftFen = leftOf(claim, counted);
  const barred = counted.filter(({ reason }) => barring.includes(reason));
  const isBeside = (held: HeldClaim) =>
    isRelated(held, claim) && !counted.some((each) => each.claim.applicationId === held.applicationId);
  return {
    before: before.filter((held) => !isBeside(held)),
    counted,
    leftFen,
    bars: barred.length > 0 ? barred : leftFen === 0n ? lessening : [],
    beside: before.filter(isBeside),
  };
}

/** The claims that count in a year, as sums received: top-ups pay only the difference to them. */
export function receivedOf(claims: readonly HeldClaim[], inYear: number): Received {
  return claims
    .filter((claim) => countsIn(claim, inYear))
    .map(({ itemId, exclusiveGroup, sharedCap, year, fen, cededFen, once, group }) => ({
      itemId,
      exclusiveGroup,
      sharedCap,
      year,
      yuan: Number(fen) / 100,
      span: once === "ever" || once === "year" ? once : ("deed" as const),
      ...(cededFen > 0n ? { cededYuan: Number(cededFen) / 100 } : {}),
      group,
    }));
}

/** What is had once a year counts in its own year alone. */
function countsIn({ year, once, sharedCap }: HeldClaim, inYear: number): boolean {
  return year === inYear || once === "ever" || once === "project" || (sharedCap !== null && !isYearly(sharedCap));
}

const barring: readonly ClaimReason[] = ["ever", "year", "years", "deed", "group", "groupOpen"];

/** The firmer claim goes before, of equal ones the earlier: so of two that exclude each other just one passes. */
function goesBefore(held: HeldClaim, claim: NewClaim): boolean {
  if (claim.rank === null || claim.submittedAt === null) return true;
  const ahead = ranks.indexOf(held.rank) - ranks.indexOf(claim.rank);
  if (ahead !== 0) return ahead > 0;
  const sooner = held.submittedAt.getTime() - claim.submittedAt.getTime();
  return sooner === 0 ? held.applicationId < (claim.applicationId ?? "") : sooner < 0;
}

function isRelated(held: HeldClaim, { item }: NewClaim): boolean {
  return held.itemId === item.id || (item.exclusiveGroup !== null && held.exclusiveGroup === item.exclusiveGroup);
}

function reasonOf(held: HeldClaim, claim: NewClaim, all: readonly HeldClaim[]): ClaimReason | null {
  const { item } = claim;
  const cap = item.amount.sharedCap?.group ?? null;
  const underCap = cap !== null && held.sharedCap === cap && (!isYearly(cap) || held.year === claim.year);
  const related = isRelated(held, claim) ? relatedReason(held, claim, all) : null;
  return related ?? (underCap ? "cap" : null);
}

function relatedReason(held: HeldClaim, claim: NewClaim, all: readonly HeldClaim[]): ClaimReason | null {
  const { item, once } = claim;
  const isOwn = held.itemId === item.id;
  if (isOwn && item.amount.instalments) return "instalment";
  // A top-up is no second time of the same item, unless that is had step by step.
  if (isOwn && !(item.topUp && once.step)) return sameItemReason(held, claim, all);
  if (!(isOwn ? isWithin(held, claim) : excludes(held, claim))) return null;
  if (item.topUp) return "topUp";
  return held.rank === "underWay" ? "groupOpen" : "group";
}

/** Whether an earlier claim of another item of the group stands in the way of the new one, or is deducted from it. */
function excludes(held: HeldClaim, claim: NewClaim): boolean {
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

function sameItemReason(held: HeldClaim, claim: NewClaim, all: readonly HeldClaim[]): ClaimReason | null {
  const { once, n, step } = claim.once;
  const own = all.filter(({ itemId }) => itemId === claim.item.id);
  if (once === "ever") {
    if (step && claim.wholeFen !== null && held.fen < claim.wholeFen) return null;
    return own.length >= (n ?? 1) ? "ever" : null;
  }
  if (once === "year") {
    if (held.year === claim.year) return "year";
    return n !== undefined && new Set(own.map(({ year }) => year)).size >= n ? "years" : null;
  }
  return isWithin(held, claim) ? "deed" : null;
}

/** Whether an earlier claim falls into the span in which the new one is had once. */
function isWithin(held: HeldClaim, claim: NewClaim): boolean {
  const { once } = claim.once;
  if (once === "ever") return true;
  return once === "year" ? held.year === claim.year : isSameDeed(held, claim);
}

/** What is one deed by its name or number; where neither is stated on both sides, what is of one year. */
function isSameDeed({ stated, year }: HeldClaim, claim: NewClaim): boolean {
  if (claim.stated === null) return false;
  return sameDeed(stated, claim.stated) ?? year === claim.year;
}

/** The least of what the whole leaves over a top-up's or an instalment's predecessors, and of what the cap leaves. */
function leftOf({ wholeFen, item, year }: NewClaim, counted: readonly CountedClaim[]): Fen | null {
  const cap = item.amount.sharedCap;
  const taken = (claims: readonly HeldClaim[]) => claims.reduce((sum, { fen }) => sum + fen, 0n);
  const lessened = counted
    .filter(({ reason }) => reason === "topUp" || reason === "instalment")
    .map(({ claim }) => claim);
  const underCap = counted.filter(
    ({ claim }) => cap !== null && claim.sharedCap === cap.group && (!isYearly(cap.group) || claim.year === year),
  );
  const bounds = [
    ...(wholeFen !== null && lessened.length > 0 ? [wholeFen, highestOf(wholeFen, lessened) - taken(lessened)] : []),
    ...(cap ? [fenFromYuan(cap.yuan) - taken(underCap.map(({ claim }) => claim))] : []),
  ];
  if (bounds.length === 0) return null;
  const least = bounds.reduce((a, b) => (b < a ? b : a));
  return least > 0n ? least : 0n;
}

/** The whole sum of the highest of these: what a group of top-ups brings in all. */
function highestOf(wholeFen: Fen, claims: readonly HeldClaim[]): Fen {
  return claims.reduce(
    (most, { fen, cededFen }) => (cededFen > 0n && fen + cededFen > most ? fen + cededFen : most),
    wholeFen,
  );
}

function isYearly(cap: string): boolean {
  return cap.endsWith("-year");
}
