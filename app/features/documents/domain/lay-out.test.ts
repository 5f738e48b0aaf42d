import { describe, expect, it } from "vitest";
import { sampleCase, sampleHead } from "../testing/sample-case";
import { acceptancePaper } from "./acceptance";
import { approvalPaper } from "./decision";
import { isDocumentNumber, mm, sheet } from "./gbt9704";
import { layOut } from "./lay-out";
import { officialPaper } from "./letterhead";
import type { Item, Measure } from "./page-items";
import type { Paper } from "./paper";
import { statementPaper } from "./statement";

/** Full characters are one wide, those of ASCII a half. */
const measure: Measure = (character) => (character.charCodeAt(0) < 256 ? 0.5 : 1);
type TextItem = Extract<Item, { kind: "text" }>;
const texts = (page: readonly Item[]) => page.filter((item): item is TextItem => item.kind === "text");
const find = (page: readonly Item[], text: string) => texts(page).find((item) => item.text === text);
const endOf = ({ x, text, size, spacing }: TextItem) =>
  x + [...text].reduce((sum, character) => sum + measure(character, "song") * size + spacing, 0);
const near = (points: number, millimetres: number, tolerance = 0.1) =>
  expect(points / mm(1)).toBeCloseTo(millimetres, tolerance < 0.1 ? 2 : 1);
const words = (count: number) => "政".repeat(count);
const plain = (characters: number): Paper =>
  officialPaper(sampleHead, "通知", [{ kind: "paragraph", text: words(characters) }]);

describe("an official page by GB/T 9704-2012", () => {
  const [first = [], second = []] = layOut(acceptancePaper(sampleCase, sampleHead), measure);

  it("is A4 with a core of 156 × 225 mm, 37 mm from the top and 28 mm from the left", () => {
    near(sheet.width, 210);
    near(sheet.height, 297);
    near(sheet.top, 37);
    near(sheet.left, 28);
    near(sheet.right - sheet.left, 156);
    near(sheet.bottom - sheet.top, 225);
  });

  it("sets 22 lines of 28 characters in 3号 on a full page", () => {
    const page = layOut(plain(28 * 60), measure)[1] ?? [];
    const lines = texts(page).filter(({ text }) => text.includes("政"));
    expect(lines).toHaveLength(22);
    for (const line of lines) {
      expect([...line.text]).toHaveLength(28);
      expect(line.size).toBe(16);
      expect(line.x).toBeCloseTo(sheet.left, 2);
      expect(endOf(line)).toBeCloseTo(sheet.right, 1);
    }
    const [one, two] = lines;
    expect((two?.y ?? 0) - (one?.y ?? 0)).toBeCloseTo(mm(225) / 22, 2);
  });

  it("indents a paragraph by two characters", () => {
    const [line] = texts(layOut(plain(40), measure)[0] ?? []).filter(({ text }) => text.startsWith("政政"));
    expect([...(line?.text ?? "")]).toHaveLength(26);
    expect((line?.x ?? 0) - sheet.left).toBeCloseTo(2 * sheet.character, 2);
  });

  it("bears the office's name in red, its upper edge 35 mm below the core's", () => {
    const mark = texts(first).find(({ ink }) => ink === "red");
    expect(mark?.text).toBe(sampleHead.office);
    near((mark?.y ?? 0) - (mark?.size ?? 0) * 0.88 - sheet.top, 35);
    expect(endOf(mark as TextItem)).toBeLessThanOrEqual(sheet.right);
  });

  it("has the number in the middle and a red line of the core's width 4 mm below it", () => {
    const number = find(first, sampleHead.number) as TextItem;
    expect(isDocumentNumber(number.text)).toBe(true);
    expect((number.x + endOf(number)) / 2).toBeCloseTo((sheet.left + sheet.right) / 2, 0);
    const line = first.find((item) => item.kind === "line");
    if (line?.kind !== "line") throw new Error("no line");
    expect(line.ink).toBe("red");
    near(line.y1 - (number.y + number.size * 0.12), 4);
    near(line.x2 - line.x1, 156);
  });

  it("has a title in 2号, two lines below the red line, in the middle", () => {
    const title = find(first, "惠企政策申报受理通知书") as TextItem;
    const line = first.find((item) => item.kind === "line");
    expect(title.size).toBe(22);
    expect((title.x + endOf(title)) / 2).toBeCloseTo((sheet.left + sheet.right) / 2, 0);
    const upperEdge = title.y - 22 * 0.88;
    expect(upperEdge - (line?.kind === "line" ? line.y1 : 0)).toBeGreaterThanOrEqual(2 * sheet.line);
    expect(upperEdge - (line?.kind === "line" ? line.y1 : 0)).toBeLessThan(3 * sheet.line);
  });

  it("numbers pages with a dash on each side in 4号, 7 mm below the core, right on odd and left on even ones", () => {
    const one = find(first, "— 1 —") as TextItem;
    const two = find(second, "— 2 —") as TextItem;
    expect([one.size, two.size]).toEqual([14, 14]);
    near(one.y - 14 * 0.38 - sheet.bottom, 7);
    expect(sheet.right - endOf(one)).toBeCloseTo(14, 1);
    expect(two.x - sheet.left).toBeCloseTo(14, 1);
  });

  it("ends the date four characters before the edge, the office's name in the middle above it, the seal over both", () => {
    const date = find(second, "2026年11月25日") as TextItem;
    const office = find(second, sampleHead.office) as TextItem;
    const seal = second.find((item) => item.kind === "seal");
    if (seal?.kind !== "seal") throw new Error("no seal");
    expect(sheet.right - endOf(date)).toBeCloseTo(4 * sheet.character, 0);
    expect((office.x + endOf(office)) / 2).toBeCloseTo((date.x + endOf(date)) / 2, 0);
    expect(seal.x).toBeCloseTo((date.x + endOf(date)) / 2, 0);
    for (const { y } of [date, office]) expect(Math.abs(y - seal.y)).toBeLessThan(seal.diameter / 2);
    const lastText = Math.max(
      ...texts(second)
        .filter(({ size, y }) => size === 16 && y < office.y)
        .map(({ y }) => y),
    );
    expect(seal.y - seal.diameter / 2 - lastText).toBeLessThan(sheet.line);
  });

  it("never leaves the signature alone on a page", () => {
    for (let characters = 20; characters < 600; characters += 14) {
      const last = layOut(plain(characters), measure).at(-1) ?? [];
      expect(texts(last).filter(({ text }) => text.includes("政")).length, `${characters} characters`).toBeGreaterThan(
        0,
      );
    }
  });

  it("keeps everything but the page number in the core", () => {
    for (const page of layOut(approvalPaper(sampleCase, sampleHead), measure)) {
      for (const item of texts(page).filter(({ text }) => !/^— \d+ —$/.test(text))) {
        expect(item.x).toBeGreaterThanOrEqual(sheet.left - 0.01);
        expect(endOf(item) - item.spacing, item.text).toBeLessThanOrEqual(sheet.right + 0.25);
        expect(item.y).toBeLessThanOrEqual(sheet.bottom);
      }
    }
  });
});

describe("a number of a document", () => {
  it.each([
    ["马经信惠受〔2026〕7号", true],
    ["马经信惠受〔2026〕07号", false],
    ["马经信惠受[2026]7号", false],
    ["马经信惠受〔2026〕第7号", false],
    ["〔2026〕7号", false],
  ])("%s: %s", (number, right) => {
    expect(isDocumentNumber(number)).toBe(right);
  });
});

describe("a long table", () => {
  const line = (index: number) => ({
    number: `HQT-2026-${index}`,
    item: "技改设备补助",
    state: "closed",
    submittedOn: "2026-03-01",
    approvedFen: 100n,
    paidFen: 100n,
    paidOn: "2026-06-30",
  });
  const paper = statementPaper(
    {
      firm: { name: "示例企业", creditCode: "-", region: "花山区" },
      year: 2026,
      lines: Array.from({ length: 90 }, (_, index) => line(index)),
    },
    "2026-11-26",
    sampleHead.proof,
  );
  const pages = layOut(paper, measure);

  it("goes on over pages, each row once, its head on each of them", () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(texts(page).filter(({ text }) => text === "事项和申报编号")).toHaveLength(1);
    const numbers = pages
      .flatMap((page) => texts(page).map(({ text }) => text))
      .filter((text) => text.startsWith("HQT-2026-"));
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, index) => `HQT-2026-${index}`));
  });

  it("cuts a row that is higher than a page", () => {
    const tall: Paper = {
      ...paper,
      blocks: [{ kind: "table", columns: [{ head: "内容", share: 1 }], rows: [[words(28 * 200)]] }],
    };
    const cut = layOut(tall, measure);
    expect(cut.length).toBeGreaterThan(2);
    expect(
      cut
        .flatMap((page) => texts(page).map(({ text }) => text))
        .join("")
        .replace(/[^政]/g, "").length,
    ).toBe(28 * 200 + [...`${tall.title}${tall.office}`].filter((each) => each === "政").length);
  });
});
