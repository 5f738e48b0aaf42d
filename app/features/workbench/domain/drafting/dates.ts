import type { FoundCondition, Sentence } from "./conditions";
import { edgeOf, type Figure } from "./figures";
import { rankKin } from "./find-fact";
import { evenWidth, type Span } from "./span";
import { merge } from "./word-pairs";

type Bound = "greaterThanInclusive" | "lessThanInclusive" | "greaterThan" | "lessThan";

const since = /^(?:\(含\))?(?:起|以来|以后|之后|后|至年底|至今)/;
const until = /^(?:\(含\))?(?:底?之?前|以前|底|止)/;

/** What may happen from a day on or up to it; a day without it is no condition. */
const deeds =
  "(?:签|登记|注册|上市|认定|投产|成立|设立|转型|发放|放款|开工|竣工|建成|取得|获得|完成|购|采购|更新|报废|立项|验收|备案|进口|出口|申报|开具|发生|缴纳|招用|入库|转让|投资|期间|建设|办理|新增|落户|迁入|引进|开业|投保)";
const happening = new RegExp(`^(?:\\(含\\))?[)）]?[^。；）)]{0,18}${deeds}`);

/** 成立于2022年1月1日之后, 签订日期在2023年1月1日之后, 注册时间不早于2021年1月1日 */
const happened = new RegExp(`${deeds}[^。；，]{0,8}(?:于|在|为|是|自|从)$`);
const compared: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不早于|不先于)$/, "greaterThanInclusive"],
  [/(?:不晚于|不迟于)$/, "lessThanInclusive"],
  [/(?:晚于|迟于)$/, "greaterThan"],
  [/早于$/, "lessThan"],
];

/** Conditions on a day: 2020年起签订的, 2022至2025年登记转型的. Each needs a fact that its sentence speaks of. */
export function datesOf(place: Sentence, titles: readonly string[]): FoundCondition[] {
  const plain = evenWidth(place.text);
  const days = place.figures.filter(
    ({ kind, start, end }) =>
      (kind === "date" || kind === "year") && start >= place.sentence.start && end <= place.sentence.end,
  );
  return days.flatMap((figure, at) => {
    const before = plain.slice(Math.max(place.sentence.start, figure.start - 16), figure.start);
    const said = compared.find(([words]) => words.test(before));
    const isAhead = said !== undefined || happened.test(before);
    const last = figure.joins === "range" ? (days[at + 1] ?? figure) : figure;
    if (!isAhead && !happening.test(plain.slice(last.end, place.sentence.end))) return [];
    const operator = said?.[1] ?? operatorOf(plain.slice(figure.end, figure.end + 7), figure, days[at - 1]);
    const near = { start: isAhead ? figure.start - before.length : figure.end, end: place.sentence.end };
    return operator ? bound(place, titles, figure, { operator, near }) : [];
  });
}

function operatorOf(after: string, figure: Figure, previous: Figure | undefined): Bound | null {
  if (figure.joins === "range" || since.test(after)) return "greaterThanInclusive";
  return previous?.joins === "range" || until.test(after) ? "lessThanInclusive" : null;
}

function bound(
  place: Sentence,
  titles: readonly string[],
  figure: Figure,
  { operator, near }: { operator: Bound; near: Span },
): FoundCondition[] {
  const around = { near, sentence: place.sentence, whole: place.whole };
  const ranked = rankKin(place, around, ({ type }) => type === "date" || type === "year", titles);
  const told = ranked.filter(({ score }) => score >= 0.5);
  const best = (figure.kind === "date" ? told.find(({ fact }) => fact.type === "date") : null) ?? told[0];
  if (!best) return [];
  const side = operator === "greaterThanInclusive" || operator === "lessThan" ? "first" : "last";
  return [
    {
      condition: {
        fact: best.fact.name,
        operator,
        value: best.fact.type === "year" ? figure.value : edgeOf(figure, side),
      },
      spans: merge([{ start: figure.start, end: figure.end }, ...best.spans]),
      others: ranked.flatMap((each) => (each === best ? [] : [each.fact.name])),
    },
  ];
}
