import type { FoundCondition, Sentence } from "./conditions";
import { evenWidth, overlaps, type Span } from "./span";
import { merge } from "./word-pairs";

/** Industries by the words texts use for them, as one condition on the code of GB/T 4754. */
export function industriesOf(place: Sentence): FoundCondition[] {
  const plain = evenWidth(place.text).slice(place.sentence.start, place.sentence.end);
  const found = place.index.industries.flatMap(({ code, names }) =>
    names.flatMap((name) => {
      const at = plain.indexOf(name);
      return at < 0 ? [] : [{ code, start: place.sentence.start + at, end: place.sentence.start + at + name.length }];
    }),
  );
  const kept = found.filter((each) => !found.some((other) => other !== each && isWithin(each, other)));
  if (kept.length === 0) return [];
  return [
    {
      condition: { fact: "industry", operator: "startsWithAny", value: [...new Set(kept.map(({ code }) => code))] },
      spans: merge(kept.map(({ start, end }) => ({ start, end }))),
      others: [],
    },
  ];
}

function isWithin(own: Span, other: Span): boolean {
  return overlaps(own, other) && other.end - other.start > own.end - own.start;
}
