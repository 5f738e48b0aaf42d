import { beforeAll, describe, expect, it, vi } from "vitest";
import printedBefore from "../testing/printed-before.json";
import standardCharacters from "../testing/standard-characters.json";
import { writeTrueType } from "./true-type";
import { typefaces, type Typefaces } from "./typefaces.server";

let faces: Typefaces;

beforeAll(async () => {
  faces = await typefaces();
});

const missing = (characters: Iterable<string>) => [...characters].filter((character) => !faces.has(character));

describe("the typefaces", () => {
  it("print every character of 通用规范汉字表 (国发〔2013〕23号)", () => {
    expect([...standardCharacters]).toHaveLength(8105);
    expect(missing(standardCharacters)).toEqual([]);
  });

  it("print every character that the whole Noto fonts printed, which were embedded before", () => {
    const characters = printedBefore.split(" ").flatMap((range) => {
      const [from = 0, to = from] = range.split("-").map((end) => parseInt(end, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    });
    expect(characters).toHaveLength(30_880);
    expect(missing(characters)).toEqual([]);
  });

  it("can be read by a second part of the process that has the module of its own", async () => {
    vi.resetModules();
    const second = await import("./typefaces.server");
    expect((await second.typefaces()).has("惠")).toBe(true);
  });

  it("say so where they hold none", () => {
    expect(missing("惠\u{10fffd}通")).toEqual(["\u{10fffd}"]);
  });

  it("draw a character heavier in the bold face, and a rare one from another source", () => {
    expect(faces.glyph("song", "惠").outline).not.toEqual(faces.glyph("songBold", "惠").outline);
    for (const face of ["song", "songBold", "hei"] as const)
      for (const rare of ["䶮", "㐂", "鿭", "隆"]) expect(faces.glyph(face, rare).outline.length).toBeGreaterThan(8);
    expect(faces.measure("惠", "hei")).toBe(1);
  });
});

describe("an embedded font", () => {
  it("keeps a cubic curve within a unit of what it was", async () => {
    const { create } = await import("fontkit");
    const circle = 552.28;
    const outline = [
      ["M", 1000, 0],
      ["C", 1000, circle, circle, 1000, 0, 1000],
      ["C", -circle, 1000, -1000, circle, -1000, 0],
      ["C", -1000, -circle, -circle, -1000, 0, -1000],
      ["C", circle, -1000, 1000, -circle, 1000, 0],
      ["Z"],
    ] as const;
    const font = create(writeTrueType([{ outline, advance: 500 }], { ascent: 880, descent: -120 }));
    if (!("getGlyph" in font)) throw new Error("no font");
    const glyph = font.getGlyph(1);
    expect(glyph.advanceWidth).toBe(500);
    for (const { command, args } of glyph.path.commands)
      if (command !== "closePath") expect(Math.abs(Math.hypot(...args.slice(-2)) - 1000)).toBeLessThan(1.5);
    expect(glyph.path.commands.length).toBeGreaterThan(16);
  });
});
