import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { fenFromYuan, type Fen } from "~/kernel/money";
import type { AmountNature } from "../amount/amount-nature";
import { bestCombination, type Candidate, type Combination, type GivenUp } from "./combination";
import { isOfYear, roomUnder, type Received } from "~/features/claims/domain/received";

/** An item a firm is eligible for, with what it brings alone; null: a figure of the sum is missing. */
export type Owed = {
  item: Pick<PolicyItem, "id" | "exclusiveGroup" | "topUp" | "amount">;
  nature: AmountNature;
  fen: Fen | null;
};

export type FirmCombination = {
  /** The best selection of payments whose sum is fixed. */
  cash: Combination;
  /** The best selection of ceilings among what can stand beside the cash taken. */
  upTo: Combination;
  /** Ids of what is not money, one of an exclusive group. */
  nonCash: readonly string[];
  /** Ids of payments whose sum cannot be told: a figure is missing, or the rate is not known. They count for nothing here. */
  unpriced: readonly string[];
};

/**
 * What a firm should take this year, exact, natures never mixed: cash first, for it is owed for certain, then ceilings.
 * One item of an exclusive group counts, also beside one paid this year; a top-up's sum has been lowered by what was received
 * (amountOf). What was received fills the shared caps: those that end in `-year` anew each year, the others for good.
 */
export function firmCombination(owed: readonly Owed[], received: Received, year: number): FirmCombination {
  const ofNature = (nature: AmountNature) => owed.filter((each) => each.nature === nature);
  const cash = bestOf(ofNature("cash").filter(isPriced), received, year, []);
  const cashTaken = owed.filter(({ item }) => cash.taken.some(({ id }) => id === item.id));
  const upTo = bestOf(ofNature("upTo").filter(isPriced), received, year, cashTaken);
  return {
    cash,
    upTo,
    nonCash: firstOfGroup(ofNature("nonCash")),
    unpriced: owed.filter((each) => each.nature !== "nonCash" && !isPriced(each)).map(({ item }) => item.id),
  };
}

type Priced = Owed & { fen: Fen };

function isPriced(owed: Owed): owed is Priced {
  return owed.fen !== null && owed.item.amount.rateUnknown !== true;
}

function bestOf(owed: readonly Priced[], received: Received, year: number, beside: readonly Owed[]): Combination {
  const refused = owed.flatMap((each) => refusalOf(each, received, year, beside));
  const out = new Set(refused.map(({ id }) => id));
  const open = owed.filter(({ item }) => !out.has(item.id));
  const best = bestCombination(open.map((each) => candidateOf(each, received, year)));
  return { ...best, givenUp: [...best.givenUp, ...refused] };
}

/**
 * Why an item cannot be chosen at all: had already where it is had once, paid this year, itself or another of its
 * group; or its group is taken by cash.
 */
function refusalOf({ item, fen }: Priced, received: Received, year: number, beside: readonly Owed[]): GivenUp[] {
  const named = (why: GivenUp["why"], instead: readonly string[]): GivenUp[] =>
    instead.length === 0 ? [] : [{ id: item.id, fen, why, instead }];
  const inGroup = (group: string | null) => item.exclusiveGroup !== null && item.exclusiveGroup === group;
  const paid = received.filter(
    (entry) =>
      !item.topUp &&
      (entry.itemId === item.id
        ? isLasting(entry, year)
        : inGroup(entry.exclusiveGroup) && excludesGroup(entry, fen, year)),
  );
  const byPaid = named("received", [...new Set(paid.map((entry) => entry.itemId))]);
  return byPaid.length > 0
    ? byPaid
    : named(
        "exclusive",
        beside.filter((other) => inGroup(other.item.exclusiveGroup)).map((other) => other.item.id),
      );
}

function isLasting(entry: Received[number], year: number): boolean {
  return entry.span === "ever" || (entry.span !== "deed" && isOfYear(entry, year));
}

/** Whether something received stands in the way of another item of its group that would bring `fen`. */
function excludesGroup(entry: Received[number], fen: Fen, year: number): boolean {
  if (entry.group === undefined) return isLasting(entry, year);
  if (entry.group === "firm") return true;
  return isOfYear(entry, year) ? entry.group !== "deed" : entry.group === "level" && fenFromYuan(entry.yuan) >= fen;
}

function candidateOf({ item, fen }: Priced, received: Received, year: number): Candidate {
  const { sharedCap } = item.amount;
  return {
    id: item.id,
    fen,
    exclusiveGroup: item.exclusiveGroup,
    sharedCap: sharedCap && { group: sharedCap.group, fen: roomUnder(sharedCap, received, year) },
  };
}

function firstOfGroup(owed: readonly Owed[]): string[] {
  const first = new Map<string, string>();
  for (const { item } of owed) {
    const group = item.exclusiveGroup ?? item.id;
    if (!first.has(group)) first.set(group, item.id);
  }
  return [...first.values()];
}
