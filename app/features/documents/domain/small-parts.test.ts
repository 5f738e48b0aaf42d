import { describe, expect, it } from "vitest";
import { sampleCase, sampleHead } from "../testing/sample-case";
import { acceptancePaper } from "./acceptance";
import { chineseDate } from "./chinese-date";
import { proofOf } from "./letterhead";
import { flagMissing } from "./missing-glyphs";
import { governmentOf, officeMark, officeName } from "~/features/policies/domain/offices";
import { sealShape } from "./seal-shape";
import { readCode, verificationCode } from "./verification-code";

const department = (id: string, zh: string, authority: string | null) => ({
  id,
  level: "city" as const,
  zh,
  en: id,
  authority,
  names: [],
});
const region = (code: string, zh: string, level: "national" | "province" | "city" | "county") =>
  [code, { code, zh, en: code, level, parent: null }] as const;
const registry = {
  departments: [
    department("city-industry", "市经济和信息化局", "经信"),
    department("county-industry", "区工业和信息化局", "经信"),
    department("city-market", "市市场监督管理局", "市场监管"),
    department("city-transport", "市交通运输局", "公安/交通"),
    department("city-government", "各市人民政府", null),
    department("own", "雨山区农业农村水利局", "农业农村"),
    department("national-tax", "国家税务总局", "税务"),
  ],
  regions: new Map([
    region("000000", "全国", "national"),
    region("340500", "马鞍山市", "city"),
    region("340503", "花山区", "county"),
    region("340521", "当涂县", "county"),
  ]),
};

describe("offices", () => {
  it.each([
    ["city-industry", "340500", "马鞍山市经济和信息化局"],
    ["county-industry", "340503", "花山区工业和信息化局"],
    ["county-industry", "340521", "当涂县工业和信息化局"],
    ["city-market", "340500", "马鞍山市市场监督管理局"],
    ["city-government", "340500", "马鞍山市人民政府"],
    ["own", "340504", "雨山区农业农村水利局"],
    ["national-tax", "000000", "国家税务总局"],
  ])("%s in %s is %s", (id, code, name) => {
    expect(officeName(registry, id, code)).toBe(name);
  });

  it("have marks of Chinese characters alone", () => {
    expect([
      officeMark(registry, "city-industry", "340500"),
      officeMark(registry, "city-transport", "340503"),
      officeMark(registry, "city-government", "340500"),
      officeMark(registry, "national-tax", "000000"),
    ]).toEqual(["马经信惠", "花公安惠", "马政惠", "国税务惠"]);
  });

  it("stand under the government of their place", () => {
    expect([governmentOf(registry, "340503"), governmentOf(registry, "000000")]).toEqual(["花山区人民政府", null]);
  });
});

describe("a date", () => {
  it("has the whole year and no leading zeros", () => {
    expect(chineseDate("2026-03-05")).toBe("2026年3月5日");
  });
});

describe("a code", () => {
  it("is 16 characters of an alphabet without look-alikes, in groups of four", () => {
    const code = verificationCode(Uint8Array.from({ length: 48 }, (_, index) => index * 5));
    expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    expect(readCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
  });

  it("uses every sign equally often, leaving out bytes that would favour some", () => {
    expect(
      verificationCode(
        Uint8Array.from([...Array.from({ length: 20 }, () => 248), ...Array.from({ length: 16 }, () => 247)]),
      ),
    ).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    expect(() => verificationCode(new Uint8Array(15))).toThrow(RangeError);
  });

  it.each(["", "2345-6789-ABCD-EFG", "2345-6789-ABCD-EFG0", "2345-6789-ABCD-EFGI", "2345 6789 ABCD EFGH J"])(
    "cannot be %j",
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});

describe("characters without a glyph", () => {
  const paper = acceptancePaper({ ...sampleCase, firm: { ...sampleCase.firm, name: "示例𫚖业有限公司" } }, sampleHead);

  it("are printed as 〓 and named under the text", () => {
    const { paper: flagged, missing } = flagMissing(paper, (character) => character !== "𫚖");
    expect(missing).toEqual(["𫚖"]);
    expect(JSON.stringify(flagged.blocks[0])).toContain("示例〓业有限公司");
    expect(JSON.stringify(flagged.blocks.at(-1))).toContain("U+2B696");
  });

  it("change nothing where there are none", () => {
    expect(flagMissing(paper, () => true)).toEqual({ paper, missing: [] });
  });
});

describe("a demonstration", () => {
  it("says that it is none of law, in the seal and under the text", () => {
    expect(proofOf("C", "https://hqt.example", true)).toEqual({
      sealFoot: "演示专用",
      proof: { code: "C", url: "https://hqt.example/verify/C", worth: "演示文书，不具有法律效力。" },
    });
    expect(proofOf("C", "https://hqt.example", false).proof.worth).toContain("同等法律效力");
  });
});

describe("the seal", () => {
  const square = { outline: [["M", 0, 0], ["L", 1000, 0], ["L", 1000, 1000], ["Z"]] as const, advance: 1000, em: 1000 };
  const points = (path: string) =>
    [...path.matchAll(/(-?\d+\.\d+) (-?\d+\.\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

  it("is paths alone, all of them inside the ring", () => {
    const shape = sealShape("马鞍山市人力资源和社会保障局", "电子印章", () => square);
    expect(shape.fills).toHaveLength(1 + 14 + 4);
    const inner = (shape.rings[0]?.radius ?? 0) - (shape.rings[0]?.width ?? 0) / 2;
    for (const path of shape.fills) for (const [x, y] of points(path)) expect(Math.hypot(x, y)).toBeLessThan(inner);
  });

  it("bears a star of five points, one of them up", () => {
    const star = points(sealShape("局", "", () => square).fills[0] ?? "");
    expect(star).toHaveLength(10);
    expect(star[0]?.[0]).toBeCloseTo(0);
    expect(star[0]?.[1]).toBeLessThan(0);
  });

  it("places the name evenly around the top", () => {
    const centres = sealShape("一二三", "", () => square)
      .fills.slice(1)
      .map((path) => points(path).reduce((sum, [x]) => sum + x, 0));
    expect((centres[0] ?? 0) < (centres[1] ?? 0) && (centres[1] ?? 0) < (centres[2] ?? 0)).toBe(true);
  });
});
