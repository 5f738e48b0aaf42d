import type { Industry } from "~/features/policies/domain/registries";

type Industries = ReadonlyMap<string, Industry>;

/** An industry with everything above it, section first. */
export function industryPath(industries: Industries, code: string): Industry[] {
  const found = industries.get(code);
  if (!found) return [];
  return found.parent === null ? [found] : [...industryPath(industries, found.parent), found];
}

/** Classes (letter and four digits) whose name, path or code fits what was typed; the closest first, at most `limit`. */
export function searchIndustries(industries: Industries, typed: string, limit: number): Industry[] {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  if (text === "") return [];
  const ranked = [...industries.values()]
    .filter(({ code }) => code.length === 5)
    .flatMap((industry) => {
      const rank = rankOf(industries, industry, text);
      return rank === null ? [] : [{ industry, rank }];
    });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.industry.code.localeCompare(b.industry.code))
    .slice(0, limit)
    .map(({ industry }) => industry);
}

function rankOf(industries: Industries, { code, name, parent }: Industry, text: string): number | null {
  const lower = code.toLowerCase();
  if (lower.startsWith(text) || lower.slice(1).startsWith(text)) return 0;
  if (name === text) return 0;
  if (name.includes(text)) return name.startsWith(text) ? 1 : 2;
  return industryPath(industries, parent ?? "").some((above) => above.name.includes(text)) ? 3 : null;
}
