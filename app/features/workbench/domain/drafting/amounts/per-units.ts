import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Figure } from "../figures";
import { rankFacts, type FoundFact } from "../find-fact";
import { figuresIn, spanOf, type Masked } from "../mask";
import { aroundOf, capOf, gives, nameOf, othersOf, placesOf, type Place, type Shaped } from "./shape";

/** What a firm is or has once: 每家企业奖20万元 is a sum for the firm. */
const wholeFirm = /^(?:家|户|个?(?:企业|单位)|届|年|次|会|机构|单)/;
/** What may be the firm's only one as well as one of many: many where the registry counts it. */
const maybeOne = /^(?:个|所|座)/;
const wellNamed = 2;
const byStroke = new RegExp(
  `(?:按|${gives})[^，。；]{0,14}¥\\/([一-龥A-Za-z²㎡]{1,4})|¥\\/([一-龥A-Za-z²㎡]{1,4})[^，。；]{0,8}${gives}`,
);

const byCount = /每[^¥％＃，。；每]{0,8}＃[^¥％。；]{0,24}(?:补|奖|给|资助|支持)[^¥％＃，。；]{0,6}¥/;
const byWord = /^每([^¥％＃，。；每]{1,16}?)(?:每(?:年|月|次|人)?)?[^¥％＃，。；每]{0,12}¥/;

const units = "平方米 标箱 架次 人次 人 名 辆 件 部 分钟 集 张 亩 吨 台 套 间 条 项 场 千瓦 米 家 户 个 次".split(" ");

type Each = { start: number; end: number; unit: string; pays: Figure[]; isMaybeOne?: boolean };

/** 每人补5000元; 每辆补2.5万元; 按1000元/平方米补贴; 每留用1人奖3000元 */
export function perUnits(masked: Masked, place: Place): Shaped | null {
  const each = stroke(masked) ?? counted(masked) ?? worded(masked);
  const [least, pay = least] = each?.pays ?? [];
  if (!each || !least || !pay) return null;
  const ranked = rankFacts(place, aroundOf(masked, place, 0, each.end), (fact) => counts(fact, each.unit), {
    unit: each.unit,
  });
  if (isTheFirm(each, ranked)) return null;
  const { cap, spans } = capOf(masked, each.end);
  return {
    amount: {
      kind: "perUnit",
      unit: nameOf(ranked),
      yuanPerUnit: pay.value,
      capYuan: cap,
      upTo: pay !== least || isMost(masked.text, each),
      rangeYuan: pay === least ? null : [least.value, pay.value],
    },
    spans: [spanOf(masked, each.start, each.end), ...spans, ...placesOf(ranked)],
    others: othersOf(ranked),
  };
}

function isTheFirm({ isMaybeOne }: Each, [best]: readonly FoundFact[]): boolean {
  return isMaybeOne === true && (best?.score ?? 0) < wellNamed;
}

function isMost(text: string, { start, end }: Each): boolean {
  return /最高|不超过/.test(text.slice(start, end)) || text.slice(end).startsWith("以内");
}

function stroke(masked: Masked): Each | null {
  const match = byStroke.exec(masked.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  return {
    start: match.index,
    end,
    unit: unitIn(match[1] ?? match[2] ?? ""),
    pays: paysIn(masked, match.index, end).slice(0, 1),
  };
}

function counted(masked: Masked): Each | null {
  const match = byCount.exec(masked.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  const [one] = figuresIn(masked, match.index, end);
  return one?.value === 1
    ? { start: match.index, end, unit: one.unit, pays: paysIn(masked, match.index, end).slice(-1) }
    : null;
}

function worded(masked: Masked): Each | null {
  const starts = [...masked.text.matchAll(/每/g)].map(({ index }) => index);
  const [start, match] =
    starts
      .map((at) => [at, byWord.exec(masked.text.slice(at))] as const)
      .find(([, found]) => found && !wholeFirm.test(found[1] ?? "")) ?? [];
  if (start === undefined || !match) return null;
  const short = start + match[0].length;
  const end = /^(?:至|到|-|—|~)¥/.test(masked.text.slice(short)) ? short + 2 : short;
  return {
    start,
    end,
    unit: unitIn(match[1] ?? ""),
    pays: paysIn(masked, start, end),
    isMaybeOne: maybeOne.test(match[1] ?? ""),
  };
}

function paysIn(masked: Masked, start: number, end: number): Figure[] {
  return figuresIn(masked, start, end).filter(({ kind }) => kind === "yuan");
}

function unitIn(words: string): string {
  return units.find((unit) => words.startsWith(unit)) ?? "";
}

const alike: readonly RegExp[] = [/^[人名位]/, /^[项家户个次件]/, /^(?:张|床)/];

function counts({ type, unit }: FactDefinition, wanted: string): boolean {
  if (type !== "integer" && type !== "number") return false;
  const own = unit ?? "";
  return wanted === "" || own.startsWith(wanted) || alike.some((units) => units.test(wanted) && units.test(own));
}
