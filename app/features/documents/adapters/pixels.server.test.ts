import { createCanvas, Path2D, type Canvas } from "canvas-of-tests";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptancePaper } from "../domain/acceptance";
import { mm, sheet } from "../domain/gbt9704";
import { layOut } from "../domain/lay-out";
import type { Item, Page } from "../domain/page-items";
import type { Outline } from "../domain/seal-shape";
import { demoPress } from "../testing/demo-press";
import { renderPage } from "../testing/render-pdf";
import { sampleCase, sampleHead } from "../testing/sample-case";
import { typefaces, type Typefaces } from "./typefaces.server";

const scale = 3;
type TextItem = Extract<Item, { kind: "text" }>;
let pages: Page[];
let drawn: Canvas[];
let faces: Typefaces;

beforeAll(async () => {
  faces = await typefaces();
  pages = layOut(acceptancePaper(sampleCase, sampleHead), faces.measure);
  const bytes = await demoPress().issue(pages, {
    title: "-",
    author: "-",
    subject: "-",
    at: new Date("2026-11-25T01:00:00Z"),
  });
  drawn = [];
  for (const [index] of pages.entries()) drawn.push((await renderPage(bytes, index + 1, scale)).canvas);
}, 60_000);

/** Which points of a rectangle hold ink. */
function inkOf(canvas: Canvas, x: number, y: number, width: number, height: number): boolean[] {
  const { data } = canvas
    .getContext("2d")
    .getImageData(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
  return Array.from(
    { length: data.length / 4 },
    (_, index) => (data[index * 4 + 3] ?? 0) > 128 && (data[index * 4 + 1] ?? 255) < 150,
  );
}

/** The outline of the font itself, filled by another program at the same place. */
function outlineInk(
  outline: Outline,
  em: number,
  size: number,
  x: number,
  baseline: number,
  width: number,
  height: number,
): boolean[] {
  const canvas = createCanvas(Math.round(width), Math.round(height));
  const context = canvas.getContext("2d");
  context.translate(x, baseline);
  context.scale(size / em, -size / em);
  context.fillStyle = "#000";
  context.fill(new Path2D(outline.map(([command, ...numbers]) => `${command}${numbers.join(" ")}`).join("")));
  return inkOf(canvas, 0, 0, width, height);
}

/** How well two pictures agree: common ink by all ink. */
function overlap(left: readonly boolean[], right: readonly boolean[]): number {
  const both = left.filter((ink, index) => ink && right[index]).length;
  const any = left.filter((ink, index) => ink || right[index]).length;
  return any === 0 ? 0 : both / any;
}

/** Agreement of every character of a line with the outlines of its font. */
function agreement(canvas: Canvas, item: TextItem): { character: string; share: number }[] {
  let x = item.x;
  return [...item.text].flatMap((character) => {
    const left = Math.floor(x * scale) - 1;
    const top = Math.floor((item.y - item.size) * scale);
    const [width, height] = [Math.ceil(item.size * scale) + 2, Math.ceil(item.size * 1.25 * scale)];
    const glyph = faces.glyph(item.face, character);
    const advance = faces.measure(character, item.face) * item.size;
    const narrow = Math.min(width, Math.ceil(advance * scale) + 2);
    const wanted = outlineInk(
      glyph.outline,
      glyph.em,
      item.size * scale,
      x * scale - left,
      item.y * scale - top,
      narrow,
      height,
    );
    const found = inkOf(canvas, left, top, narrow, height);
    x += advance + item.spacing;
    return character.trim() === "" ? [] : [{ character, share: overlap(wanted, found) }];
  });
}

const textsOf = (page: Page) => page.filter((item): item is TextItem => item.kind === "text");

describe("the drawn page", () => {
  it("shows every character of the first page as its font has it", () => {
    const [first] = drawn;
    const results = textsOf(pages[0] ?? []).flatMap((item) => agreement(first as Canvas, item));
    expect(results.length).toBeGreaterThan(180);
    // Hairlines of small type differ by the smoothing of either program; a lost or wrong glyph has less than a third in common.
    expect(results.filter(({ share }) => share < 0.5)).toEqual([]);
    expect(results.reduce((sum, { share }) => sum + share, 0) / results.length).toBeGreaterThan(0.85);
  });

  it("can tell a wrong glyph from the right one", () => {
    const [item] = textsOf(pages[0] ?? []).filter(({ text }) => text.length > 10);
    const wrong = { ...(item as TextItem), text: [...(item as TextItem).text].reverse().join("") };
    const shares = agreement(drawn[0] as Canvas, wrong).map(({ share }) => share);
    expect(Math.min(...shares)).toBeLessThan(0.35);
  });

  it("keeps the margins of GB/T 9704: no ink above 37 mm, left of 28 mm, right of 26 mm, and below only the page number", () => {
    const [first] = drawn as [Canvas];
    const some = (x: number, y: number, width: number, height: number) =>
      inkOf(first, x * scale, y * scale, width * scale, height * scale).some(Boolean);
    expect(some(0, 0, sheet.width, sheet.top)).toBe(false);
    expect(some(0, 0, sheet.left - 1, sheet.height)).toBe(false);
    expect(some(sheet.right + 1, 0, mm(26) - 1, sheet.height)).toBe(false);
    expect(some(0, sheet.bottom + mm(10), sheet.width, mm(25))).toBe(false);
    expect(some(sheet.right - mm(30), sheet.bottom + mm(4), mm(30), mm(6))).toBe(true);
    expect(some(sheet.left, sheet.bottom + mm(4), mm(30), mm(6))).toBe(false);
  });

  it("bears a red seal over name and date on its last page", () => {
    const seal = pages.at(-1)?.find((item) => item.kind === "seal");
    if (seal?.kind !== "seal") throw new Error("no seal");
    const side = seal.diameter * scale;
    const { data } = (drawn.at(-1) as Canvas)
      .getContext("2d")
      .getImageData(
        Math.round(seal.x * scale - side / 2),
        Math.round(seal.y * scale - side / 2),
        Math.round(side),
        Math.round(side),
      );
    const red = Array.from(
      { length: data.length / 4 },
      (_, index) => (data[index * 4] ?? 0) > 150 && (data[index * 4 + 1] ?? 0) < 110,
    ).filter(Boolean).length;
    expect(red / (data.length / 4)).toBeGreaterThan(0.1);
  });
});
