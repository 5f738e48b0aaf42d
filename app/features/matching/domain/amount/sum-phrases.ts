import type { Language } from "~/features/policies/domain/value-words";

type Words = {
  part(place: number): string;
  entry(place: number): string;
  entries(list: string, count: number): string;
  together(sum: string, list: string): string;
  notListed(list: string): string;
  notCounted: string;
  sum: string;
  lesser: string;
  cap(by: string): string;
  ceiling(by: string): string;
  capBy(figure: string): string;
  ceilingBy(figure: string): string;
  after(base: string, counted: string): string;
  factor(by: string, of: string): string;
  received(by: string): string;
  total: string;
  fixed(sum: string): string;
  yuan(sum: string): string;
  increase(now: string, before: string): string;
  tier(on: string): string;
  steps(base: string, on: string, over: string, step: string, each: string): string;
  brackets(base: string, all: string): string;
  bracket(from: string, percent: number): string;
  share(level: (typeof levels)[number], percent: number): string;
  shares(all: string): string;
  comma: string;
};

export const words: Readonly<Record<Language, Words>> = {
  zh: {
    part: (place) => `第 ${place} 项：`,
    entry: (place) => `第 ${place} 笔：`,
    entries: (list, count) => `${list}共 ${count} 笔，逐笔计算后相加`,
    together: (sum, list) => `${sum}（尚未逐笔填写${list}，先按合计测算）`,
    notListed: (list) => `尚未逐笔填写${list}`,
    notCounted: "，不符合逐笔条件，不计",
    sum: "各项合计",
    lesser: "取各项中较低的一项",
    cap: (by) => `封顶 ${by} 元`,
    ceiling: (by) => `，最高 ${by} 元`,
    capBy: (figure) => `不超过${figure}`,
    ceilingBy: (figure) => `，不超过${figure}`,
    after: (base, counted) => `${base}（接在已计的${counted}之后）`,
    factor: (by, of) => `乘以系数 ${by}（${of}）`,
    received: (by) => `减去已获得的 ${by} 元`,
    total: "测算金额",
    fixed: (sum) => `标准 ${sum} 元`,
    yuan: (sum) => `${sum} 元`,
    increase: (now, before) => `（${now} − ${before}）`,
    tier: (on) => `${on}，按所在档次的标准`,
    steps: (base, on, over, step, each) => `${base} 元，${on}超过 ${over} 的部分每满 ${step} 加 ${each} 元`,
    brackets: (base, all) => `${base}，分段计算：${all}`,
    bracket: (from, percent) => `${from} 以上部分 ${percent}%`,
    share: (level, percent) => `${bearers.zh[level]} ${percent}%`,
    shares: (all) => `资金分担：${all}`,
    comma: "、",
  },
  en: {
    part: (place) => `Part ${place}: `,
    entry: (place) => `Entry ${place}: `,
    entries: (list, count) => `${list}: ${count} entries, each worked out and added up`,
    together: (sum, list) => `${sum} (worked out together, as ${list} are not listed yet)`,
    notListed: (list) => `${list} are not listed yet`,
    notCounted: ": does not meet the condition on entries, not counted",
    sum: "Sum of the parts",
    lesser: "The lowest of the parts",
    cap: (by) => `Capped at CNY ${by}`,
    ceiling: (by) => `, at most CNY ${by}`,
    capBy: (figure) => `No more than ${figure}`,
    ceilingBy: (figure) => `, no more than ${figure}`,
    after: (base, counted) => `${base} (going on from ${counted} counted before)`,
    factor: (by, of) => `Times coefficient ${by} (${of})`,
    received: (by) => `Less CNY ${by} received`,
    total: "Computed sum",
    fixed: (sum) => `Standard CNY ${sum}`,
    yuan: (sum) => `CNY ${sum}`,
    increase: (now, before) => `(${now} − ${before})`,
    tier: (on) => `${on}: the standard of its tier`,
    steps: (base, on, over, step, each) => `CNY ${base}, and CNY ${each} for every ${step} of ${on} above ${over}`,
    brackets: (base, all) => `${base} in brackets: ${all}`,
    bracket: (from, percent) => `${percent}% of what is above ${from}`,
    share: (level, percent) => `${bearers.en[level]} ${percent}%`,
    shares: (all) => `Borne by: ${all}`,
    comma: ", ",
  },
};

export const levels = ["central", "province", "city", "county"] as const;
export const bearers = {
  zh: { central: "中央", province: "省级", city: "市级", county: "县（区）级" },
  en: { central: "central", province: "province", city: "city", county: "county" },
} as const;
