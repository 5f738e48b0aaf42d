import type { FoundCondition, Sentence } from "./conditions";
import { edgeOf, type Figure } from "./figures";
import { rankKin } from "./find-fact";
import { evenWidth, type Span } from "./span";
import { merge } from "./word-pairs";

type Bound = "greaterThanInclusive" | "lessThanInclusive" | "greaterThan" | "lessThan";

const since = /^(?:\(不?含\))?(?:起|以来|以后|之后|后|至年底|至今)/;
const until = /^(?:\(不?含\))?(?:底?之?前|以前|底|止)/;

/** What may happen from a day on or up to it; a day without it is no condition. */
const deeds =
  "(?:签|新设|新办|创办|登记|注册|上市|认定|投产|成立|设立|转型|发放|放款|开工|竣工|建成|取得|获得|完成|购|采购|更新|报废|立项|验收|备案|进口|出口|申报|开具|发生|缴纳|招用|入库|转让|投资|期间|建设|办理|新增|落户|迁入|引进|开业|投保)";
const happening = new RegExp(`^(?:\\(不?含\\))?[)）]?[^。；）)]{0,18}${deeds}`);

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
    const [previous, following] = [days[at - 1], days[at + 1]];
    const first = previous?.joins === "range" ? previous : figure;
    const last = figure.joins === "range" && following ? following : figure;
    return boundOf(place, titles, figure, { plain, first, last });
  });
}

/** `first` and `last`: the ends of the range that a day is of, or the day itself */
type Within = { plain: string; first: Figure; last: Figure };

function boundOf(
  place: Sentence,
  titles: readonly string[],
  figure: Figure,
  { plain, first, last }: Within,
): FoundCondition[] {
  const before = plain.slice(Math.max(place.sentence.start, first.start - 16), first.start);
  const behind = plain.slice(last.end, place.sentence.end);
  const said = compared.find(([words]) => words.test(before))?.[1];
  const isAhead = said !== undefined || happened.test(before);
  if (!isAhead && !happening.test(behind)) return [];
  const near = { start: isAhead ? first.start - before.length : figure.end, end: place.sentence.end };
  const operator =
    said ??
    operatorOf(plain.slice(figure.end, figure.end + 8), figure, first !== figure) ??
    (isOfYear(place, figure, behind) ? "equal" : null);
  return operator ? bound(place, titles, figure, { operator, near }) : [];
}

/** 2024年认定的, 2024年新注册的: of that year, neither before nor after it. */
const ofYear =
  /^(?:度|期间|内)*(?:新|首次|被|获)*(?:认定|评定|评为|获评|入选|列入|成立|注册|登记|设立|上市|开业|投产|落户|迁入|竣工|建成|签订|取得|获得|新设|创办)/;

function isOfYear({ part }: Sentence, { kind }: Figure, behind: string): boolean {
  return kind === "year" && part !== "notes" && ofYear.test(behind);
}

function operatorOf(after: string, figure: Figure, isLast: boolean): Bound | null {
  const isOut = after.startsWith("(不含)");
  if (figure.joins === "range" || since.test(after)) return isOut ? "greaterThan" : "greaterThanInclusive";
  return isLast || until.test(after) ? (isOut ? "lessThan" : "lessThanInclusive") : null;
}

function bound(
  place: Sentence,
  titles: readonly string[],
  figure: Figure,
  { operator, near }: { operator: Bound | "equal"; near: Span },
): FoundCondition[] {
  const around = { near, sentence: place.sentence, whole: place.whole };
  const ranked = rankKin(place, around, ({ type }) => type === "date" || type === "year", titles);
  const likely = ranked.filter(({ score }) => score >= 0.5);
  const best = (figure.kind === "date" ? likely.find(({ fact }) => fact.type === "date") : null) ?? likely[0];
  if (!best) return [];
  const { name, type } = best.fact;
  const bounds = operator === "equal" && type === "date" ? bothEnds : [operator];
  return bounds.map((each) => ({
    condition: { fact: name, operator: each, value: type === "year" ? figure.value : edgeOf(figure, sideOf(each)) },
    spans: merge([{ start: figure.start, end: figure.end }, ...best.spans]),
    others: ranked.flatMap((other) => (other === best ? [] : [other.fact.name])),
  }));
}

const bothEnds = ["greaterThanInclusive", "lessThanInclusive"] as const;

function sideOf(operator: Bound | "equal"): "first" | "last" {
  return operator === "greaterThanInclusive" || operator === "lessThan" ? "first" : "last";
}
