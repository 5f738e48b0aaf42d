import { yearOf, type PlainDate } from "~/kernel/plain-date";
import type { FactDefinition, Level, PolicyItem } from "./policy-item";
import type { GroupList, OnceList } from "./once";
import type { RedemptionFile } from "./redemption-config";
import { isInForce, standingOf, stateOn, termOf, type Dated } from "./validity";
import type { Department, FactGroup, Industry, Region, Theme, Zone } from "./registries";

/** Everything below `rules/`, checked and indexed. */
export type Catalogue = {
  items: readonly PolicyItem[];
  byId: ReadonlyMap<string, PolicyItem>;
  facts: ReadonlyMap<string, FactDefinition>;
  groups: readonly FactGroup[];
  departments: readonly Department[];
  regions: ReadonlyMap<string, Region>;
  zones: readonly Zone[];
  themes: readonly Theme[];
  industries: ReadonlyMap<string, Industry>;
  redemption: RedemptionFile;
  /** how often each item is had */
  once: OnceList;
  /** what exclusive groups exclude */
  exclusiveGroups: GroupList;
  /** id of the file an item comes from */
  documentIdOf(itemId: string): string;
  departmentIdOf(name: string, level: Level): string | null;
};

/**
 * A place and everything above it: county, city, province, nation; for an abolished place its successor's too. Unknown codes
 * give only the nation.
 */
export function regionChain(regions: Catalogue["regions"], code: string): string[] {
  const region = regions.get(code);
  if (!region) return ["000000"];
  const above = region.parent === null ? [] : regionChain(regions, region.parent);
  const after = region.successor === undefined ? [] : regionChain(regions, region.successor);
  return [...new Set([code, ...after, ...above])];
}

/** The name of a place; an abolished one with the place that took it over. */
export function regionName(regions: Catalogue["regions"], code: string, language: "zh" | "en"): string | null {
  const region = regions.get(code);
  if (!region) return null;
  const successor = regions.get(region.successor ?? "");
  if (!successor) return region[language];
  return language === "zh"
    ? `${region.zh}（已撤销，现${successor.zh}）`
    : `${region.en} (abolished, now ${successor.en})`;
}

/** Whether an item is meant for firms of a place: its own region is the place or lies above it. */
export function isForRegion(item: Pick<PolicyItem, "region">, chain: readonly string[]): boolean {
  return chain.includes(item.region);
}

const placesByRegion = new WeakMap<Catalogue["regions"], Map<string, readonly string[]>>();

/** The places whose firms an item of a region is meant for: `isForRegion` for every place there is, found once for each region. */
export function placesOf(regions: Catalogue["regions"], region: string): readonly string[] {
  const known = placesByRegion.get(regions) ?? new Map<string, readonly string[]>();
  placesByRegion.set(regions, known);
  const places =
    known.get(region) ?? [...regions.keys()].filter((code) => isForRegion({ region }, regionChain(regions, code)));
  known.set(region, places);
  return places;
}

type Windowed = Dated & Pick<PolicyItem, "window">;

export type WindowState = "always" | "open" | "closed";

/** Whether the yearly window for handing in is open on a day; a missing end is the end of the year. */
export function windowOn({ window }: Pick<PolicyItem, "window">, day: PlainDate): WindowState {
  if (window === null || (window.opens === null && window.closes === null)) return "always";
  const today = day.slice(5);
  const opens = window.opens ?? "01-01";
  const closes = window.closes ?? "12-31";
  const inside = opens <= closes ? opens <= today && today <= closes : today >= opens || today <= closes;
  return inside ? "open" : "closed";
}

/** The day an open window closes, or the stated last one; null where there is no such day. What a norm presumes is no such day. */
export function closesOn(item: Windowed, day: PlainDate): PlainDate | null {
  const { until } = termOf(item);
  if (windowOn(item, day) !== "open" || !item.window?.closes) return until;
  const year = yearOf(day);
  const thisYear = `${year}-${item.window.closes}`;
  const closing = thisYear >= day ? thisYear : `${year + 1}-${item.window.closes}`;
  return until !== null && until < closing ? until : closing;
}

/** The last day on which an item could be handed in, where that is over: its document ended, or its window closed; null while it can. */
export function endedOn(item: Windowed, day: PlainDate): PlainDate | null {
  const { until } = termOf(item);
  if (until !== null && until < day) return until;
  if (windowOn(item, day) !== "closed") return null;
  const closes = item.window?.closes ?? "12-31";
  const year = yearOf(day);
  return `${year}-${closes}` < day ? `${year}-${closes}` : `${year - 1}-${closes}`;
}

/** Why nothing can be handed in: over since a day, or not in force; `day` is the last one, where there is such a day. */
export type Closed = { reason: "ended"; day: PlainDate } | { reason: "expired" | "doubtful" | "upcoming" };

/** Why an item takes nothing on a day; null while it does. */
export function closedOn(item: Windowed, day: PlainDate): Closed | null {
  const ended = endedOn(item, day);
  if (ended) return { reason: "ended", day: ended };
  const standing = standingOf(stateOn(item, day));
  return standing === "inForce" ? null : { reason: standing };
}

/** In force, and its window open. */
export function isOffered(item: Windowed, day: PlainDate): boolean {
  return isInForce(item, day) && windowOn(item, day) !== "closed";
}
