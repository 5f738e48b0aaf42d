import type { CaseFilter, MonitorFilter, ReachFilter } from "../monitoring.schema";
import type { Dimension } from "./figures";

/** Address of the list behind a figure: the dashboard's filter and what the figure counts. */
export function casesHref(filter: MonitorFilter, counted: Partial<CaseFilter> = {}): string {
  return addressOf("/monitor/cases", { ...filter, ...counted });
}

/** Address of the firms that were told of an item, or looked at it. */
export function reachHref(filter: MonitorFilter, kind: ReachFilter["kind"]): string {
  return addressOf("/monitor/reach", { ...filter, kind });
}

/** Address of the same list as a file. */
export function exportHref(filter: CaseFilter, format: "csv" | "xlsx"): string {
  return addressOf("/monitor/export", { ...filter, format });
}

/** What narrows the list to one row of a cut. */
export function rowOf(dimension: Dimension, key: string): Partial<CaseFilter> {
  return dimension === "region" ? { place: key } : { [dimension]: key };
}

function addressOf(path: string, values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
