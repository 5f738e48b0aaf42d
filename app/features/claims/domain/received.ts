import type { GroupSpan } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { fenFromYuan, type Fen } from "~/kernel/money";
import { add, decimalOf, greatest, least, subtract, zero, type Decimal } from "~/kernel/decimal";

/**
 * Sums already paid, in yuan, with exclusive group and shared cap of the item they were paid for, and the year; no year
 * counts in every year.
 */
export type Received = readonly {
  itemId: string;
  exclusiveGroup: string | null;
  sharedCap?: string | null;
  year?: number;
  yuan: number;
  /** it was for the project or vehicle in question; left out: for another one, or not known */
  sameDeed?: true;
  /** how long it stands in the way of the like: for ever, in its year (left out too), for the same project alone */
  span?: "ever" | "year" | "deed";
  /** of a top-up: what of its item's sum it left to others of its group, in yuan */
  cededYuan?: number;
  /** what it excludes of its group; left out: as `span` says */
  group?: GroupSpan;
}[];

export const nothingReceived: Received = [];

/**
 * What a shared cap still leaves in a year: those that end in `-year` are filled anew each year, those of a project or vehicle for
 * each, the others for good.
 */
export function roomUnder(cap: NonNullable<PolicyItem["amount"]["sharedCap"]>, received: Received, year: number): Fen {
  const counts = received.filter(
    (entry) =>
      entry.sharedCap === cap.group &&
      (cap.scope === undefined || cap.scope === "firm" || entry.sameDeed === true) &&
      (!cap.group.endsWith("-year") || isOfYear(entry, year)),
  );
  const used = counts.reduce((sum, entry) => sum + fenFromYuan(entry.yuan), 0n);
  const room = fenFromYuan(cap.yuan) - used;
  return room > 0n ? room : 0n;
}

export function isOfYear(entry: Received[number], year: number): boolean {
  return entry.year === undefined || entry.year === year;
}

/**
 * What a top-up of so many yuan in whole deducts: everything received for items of its exclusive group, itself included, but
 * not what a higher one of them left to the lower: in all the group brings what its highest item brings. 0 for other items.
 */
export function receivedFor(
  item: Pick<PolicyItem, "id" | "topUp" | "exclusiveGroup">,
  received: Received,
): (whole: Decimal) => Decimal {
  const counts = received.filter(
    (entry) =>
      item.topUp &&
      (entry.itemId === item.id || (item.exclusiveGroup !== null && entry.exclusiveGroup === item.exclusiveGroup)),
  );
  const taken = counts.reduce((sum, entry) => add(sum, decimalOf(entry.yuan)), zero);
  const highest = counts.reduce(
    (most, { yuan, cededYuan = 0 }) =>
      cededYuan > 0 ? greatest(most, add(decimalOf(yuan), decimalOf(cededYuan))) : most,
    zero,
  );
  return (whole) => subtract(taken, least(taken, greatest(zero, subtract(highest, whole))));
}
