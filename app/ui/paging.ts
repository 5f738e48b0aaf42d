export type PageOf<T> = { rows: T[]; page: number; pages: number; count: number };

/** One page of a list that is in memory. */
export function pageOf<T>(rows: readonly T[], page: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const current = Math.min(page, pages);
  return { rows: rows.slice((current - 1) * size, current * size), page: current, pages, count: rows.length };
}
