import { describe, expect, it } from "vitest";
import { nameOf, shortYuan } from "./figure-names";

const registry: Parameters<typeof nameOf>[0] = {
  themes: [{ zh: "人才", en: "Talent" }],
  regions: new Map([["340503", { code: "340503", zh: "花山区", en: "Huashan", level: "county", parent: "340500" }]]),
  industries: new Map([["C", { code: "C", name: "制造业", en: null, parent: null }]]),
};

describe("nameOf", () => {
  it.each([
    ["theme", "人才", "en", "Talent"],
    ["region", "340503", "zh", "花山区"],
    ["section", "C", "en", "制造业"],
    ["section", "Q", "zh", "Q"],
  ] as const)("%s %s in %s is %s", (dimension, key, language, name) =>
    expect(nameOf(registry, language, dimension, key)).toBe(name),
  );
});

describe("shortYuan", () => {
  it.each([
    [123_456_789, "zh", "1.2 亿元"],
    [1_234_567, "zh", "123.5 万元"],
    [900, "zh", "900 元"],
    [0, "zh", "0 元"],
    [1_234_567, "en", "CNY 1.2m"],
    [12_345, "en", "CNY 12.3k"],
    [900, "en", "CNY 900"],
  ] as const)("%d yuan in %s is %s", (yuan, language, text) => expect(shortYuan(yuan, language)).toBe(text));
});
