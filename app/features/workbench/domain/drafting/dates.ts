import type { FoundCondition, Sentence } from "./conditions";
import type { Figure } from "./figures";
import { rankKin } from "./find-fact";
import { evenWidth, type Span } from "./span";
import { merge } from "./word-pairs";

const since = /^(?:起|以来|以后|之后|后|\(含\)后|至年底|至今)/;
/** A day counts as a condition only where something happens from it on or up to it. */
const happening =
  /^[^。；）)]{0,18}(?:签|登记|注册|上市|认定|投产|成立|转型|发放|开工|建成|取得|获得|完成|购|立项|验收|备案|进口|出口|申报|开具|发生|缴纳|招用|入库|转让|投资|期间|建设|办理|新增|落户|引进)/;
const until = /^(?:底?之?前|以前|底|止)/;

/** Conditions on a day: 2020年起签订的, 2022至2025年登记转型的. Each needs a fact that its sentence speaks of. */
export function datesOf(place: Sentence, titles: readonly string[]): FoundCondition[] {
  const plain = evenWidth(place.text);
  const days = place.figures.filter(
    ({ kind, start, end }) =>
      (kind === "date" || kind === "year") && start >= place.sentence.start && end <= place.sentence.end,
  );
  return days.flatMap((figure, at) => {
    if (!happening.test(plain.slice(figure.end, place.sentence.end))) return [];
    const after = plain.slice(figure.end, figure.end + 4);
    const isUpper = days[at - 1]?.joins === "range";
    if (figure.joins === "range" || since.test(after)) return bound(place, titles, figure, "greaterThanInclusive");
    return isUpper || until.test(after) ? bound(place, titles, figure, "lessThanInclusive") : [];
  });
}

function bound(
  place: Sentence,
  titles: readonly string[],
  figure: Figure,
  operator: "greaterThanInclusive" | "lessThanInclusive",
): FoundCondition[] {
  const near: Span = { start: figure.end, end: place.sentence.end };
  const around = { near, sentence: place.sentence, whole: place.whole };
  const ranked = rankKin(place, around, ({ type }) => type === "date" || type === "year", titles);
  const [best] = ranked;
  if (!best || best.score < 1.1) return [];
  return [
    {
      condition: {
        fact: best.fact.name,
        operator,
        value: best.fact.type === "year" ? figure.value : dayOf(figure, operator),
      },
      spans: merge([{ start: figure.start, end: figure.end }, ...best.spans]),
      others: ranked.slice(1).map(({ fact }) => fact.name),
    },
  ];
}

function dayOf({ day, value }: Figure, operator: string): string {
  return day ?? (operator === "greaterThanInclusive" ? `${value}-01-01` : `${value}-12-31`);
}
