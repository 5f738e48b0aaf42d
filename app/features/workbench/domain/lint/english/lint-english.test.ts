import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { item } from "~/features/policies/testing/small-catalogue";
import { chineseFigures } from "~/features/policies/domain/chinese-figures";
import { englishFigures } from "./english-figures";
import { englishWordsOf } from "./english-words";
import { lintEnglish } from "./lint-english";

const catalogue = loadCatalogueFiles("rules", { demo: true });
const words = englishWordsOf(catalogue);
const summaryOf = (summary: string, english: string) =>
  lintEnglish(item({ title: "甲", summary, english: { title: "A", summary: english } }), words).map(
    ({ code, values }) => `${code} ${values?.["words"]}`,
  );

describe("figures", () => {
  it.each([
    ["奖500万元", [5_000_000]],
    ["最高1.5亿元", [150_000_000]],
    ["按20%补助", [20]],
    ["补5至10万元", [5, 100_000]],
    ["第2年", [2]],
    ["三年内两次", [3, 2]],
    ["十二个月", [12]],
    ["连片千亩", [1000]],
    ["一次性奖励，同一企业", []],
    ["分三档，获5A级", [3]],
  ])("of %s", (text, values) => {
    expect(chineseFigures(text).map((figure) => figure.values[0])).toEqual(values);
  });

  it("the first of a range takes the unit of the last", () => {
    expect(chineseFigures("5至10万元").map(({ values }) => values)).toEqual([[5, 50_000], [100_000]]);
  });

  it.each([
    ["CNY 5 million", [5_000_000]],
    ["CNY 300,000", [300_000]],
    ["10.5% a year", [10.5]],
    ["three years", [3]],
    ["30 April", [30, 4]],
    ["the first half", [1, 0.5]],
    ["class 4A", []],
  ])("of %s", (text, values) => {
    expect(englishFigures(text).map(({ value }) => value)).toEqual(values);
  });
});

describe("what the English must say", () => {
  const chinese = "年营收超过2000万元的高新技术企业，连续2年按研发费用10%一次性奖励，最高50万元。";
  const english =
    "High-tech enterprises with annual revenue of more than CNY 20 million receive a one-off reward of 10% of R&D costs for 2 consecutive years, up to CNY 500,000.";

  it("is found in a text that says all of it", () => expect(summaryOf(chinese, english)).toEqual([]));

  it.each([
    ["a figure of another size", "CNY 20 million", "CNY 2 million", "englishLost 2000万元", "englishAdded 2 million"],
    ["a percentage as a plain number", "10%", "10", "englishLost 10%、%"],
    ["a ceiling", "up to CNY 500,000", "CNY 500,000", "englishLost 最高"],
    ["a bound", "more than CNY", "CNY", "englishLost 超过"],
    ["once", "a one-off reward", "a reward", "englishLost 一次性"],
    ["in a row", "2 consecutive years", "2 years", "englishLost 连续"],
    ["the currency", "CNY ", "", "englishLost 元"],
    ["a term of the glossary", "High-tech enterprises", "Firms", "englishLost 高新技术企业"],
    ["a Latin mark", "R&D costs", "research costs", "englishLost 研发费用"],
  ])("%s", (_, said, instead, ...findings) => {
    expect(summaryOf(chinese, english.replaceAll(said, instead))).toEqual(findings);
  });

  it("每 of two in the Chinese must stand twice", () => {
    const twice = "每年10人，每年20台。";
    expect(summaryOf(twice, "10 people a year and 20 sets a year.")).toEqual([]);
    expect(summaryOf(twice, "10 people a year and 20 sets.")).toEqual(["englishLost 每年"]);
  });

  it.each([
    ["奖励（甲）", "Reward (甲)", "englishForeign 甲"],
    ["申报奖励。", "Firms receive the Jiangli reward.", "englishForeign Jiangli"],
    ["申报奖励。", "The reward is for zizhu.", "englishForeign zizhu"],
    ["申报奖励。", "Reward: ji shu qi ye", "englishForeign ji shu qi ye"],
  ])("no Chinese and no pinyin: %s", (zh, en, finding) => expect(summaryOf(zh, en)).toContain(finding));

  it("names of places are no pinyin, and an item without English has no finding here", () => {
    expect(summaryOf("奖励马鞍山市当涂县的企业。", "Firms of Dangtu County in Ma'anshan receive a reward.")).toEqual(
      [],
    );
    const { english: _, ...chineseOnly } = item();
    expect(lintEnglish(chineseOnly, words)).toEqual([]);
  });
});

describe("the English of the catalogue", () => {
  const texts = catalogue.items.flatMap(({ id, title, summary, english }) =>
    english ? [{ id, title, summary, english }] : [],
  );
  const findingsOf = (each: (typeof texts)[number]) => lintEnglish({ ...item(), ...each }, words);

  it("is there, and says each figure, unit, condition word and term", () => {
    expect(texts).toHaveLength(catalogue.items.length);
    expect(texts.flatMap((each) => findingsOf(each).map((finding) => ({ id: each.id, ...finding })))).toEqual([]);
  });

  it("has no two equal titles", () => {
    const titles = texts.map(({ english }) => english.title.toLowerCase());
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  /** The share of texts with something changed in which nothing is found. */
  const unseen = (changed: typeof texts) =>
    changed.filter((each) => findingsOf(each).length === 0).length / changed.length;
  const withSummary = (each: (typeof texts)[number], summary: string) => ({
    ...each,
    english: { ...each.english, summary },
  });
  const some = texts.filter((_, index) => index % 3 === 0);

  it("is found out when a figure is another", () => {
    const changed = some.flatMap((each) =>
      [...each.english.summary.matchAll(/(?<![\d,.A-Za-z])\d+(?![\dA-Za-z])/g)].map(({ 0: figure, index }) => {
        const { summary } = each.english;
        const rest = summary.slice(index + figure.length);
        return withSummary(each, `${summary.slice(0, index)}${Number(figure) + 7}${rest}`);
      }),
    );
    expect(changed.length).toBeGreaterThan(500);
    expect(unseen(changed)).toBeLessThan(0.005);
  });

  it("is found out when a condition word is left out, but where another word says a bound too", () => {
    const left = some.flatMap((each) =>
      ["at least ", "more than ", "less than ", "one-off ", "consecutive "].flatMap((word) =>
        each.english.summary.includes(word) ? [withSummary(each, each.english.summary.replace(word, ""))] : [],
      ),
    );
    expect(left.length).toBeGreaterThan(100);
    expect(unseen(left)).toBeLessThan(0.1);
  });
});
