import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";

const require = createRequire(import.meta.url);

/** WOFF2 to the font file it was made from; ready once the promise is. */
type Unpacking = {
  decompress(bytes: Buffer): Uint8Array;
  calledRun?: boolean;
  onRuntimeInitialized?: () => void;
};
const unpacking = require("wawoff2/build/decompress_binding.js") as Unpacking;

/** Resolves when fonts can be read. Server and pages each have this module and share the package, which may be ready already. */
export const unpackingReady = new Promise<void>((resolve) => {
  if (unpacking.calledRun) return resolve();
  const others = unpacking.onRuntimeInitialized;
  unpacking.onRuntimeInitialized = () => {
    others?.();
    resolve();
  };
});

/** A typeface in one or many files; each is read when the first character of its range is asked for. */
export type Slices = {
  has(codePoint: number): boolean;
  /** @returns the font that holds the character, at that weight; @throws where `has` says no */
  font(codePoint: number, weight: number): Font;
};

type Slice = { file: string; ranges: readonly (readonly [from: number, to: number])[]; font?: Font };

/** Reads a style sheet of a package, which says for each file of a typeface which characters it may hold. */
export function openSlices(styleSheet: string): Slices {
  const sheet = require.resolve(styleSheet);
  const blocks = readFileSync(sheet, "utf8").split("@font-face").slice(1);
  return slicesOf(
    blocks.map((block) => ({
      file: path.join(path.dirname(sheet), /url\(["']?([^"')]+)/.exec(block)?.[1] ?? ""),
      ranges: (/unicode-range:([^;}]+)/.exec(block)?.[1] ?? "").split(",").map(rangeOf),
    })),
  );
}

/** A typeface in one file. */
export function openWhole(file: string): Slices {
  return slicesOf([{ file: require.resolve(file), ranges: [[0, 0x10ffff]] }]);
}

function rangeOf(text: string): readonly [number, number] {
  const [from = "", to = from] = text.trim().replace(/^U\+/i, "").split("-");
  return [parseInt(from, 16), parseInt(to, 16)];
}

function slicesOf(slices: readonly Slice[]): Slices {
  const weighed = new Map<string, Font>();
  const find = (codePoint: number) =>
    slices.find((each) => covers(each, codePoint) && opened(each).hasGlyphForCodePoint(codePoint));
  return {
    has: (codePoint) => find(codePoint) !== undefined,
    font(codePoint, weight) {
      const slice = find(codePoint);
      if (!slice) throw new Error(`no glyph for ${codePoint}`);
      const key = `${slice.file} ${weight}`;
      const font = weighed.get(key) ?? atWeight(opened(slice), weight);
      weighed.set(key, font);
      return font;
    },
  };
}

function covers({ ranges }: Slice, codePoint: number): boolean {
  return ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

function opened(slice: Slice): Font {
  slice.font ??= fontkit.create(Buffer.from(unpacking.decompress(readFileSync(slice.file)))) as Font;
  return slice.font;
}

/** A typeface of one weight alone is taken as it is. */
function atWeight(font: Font, weight: number): Font {
  return "wght" in font.variationAxes ? font.getVariation({ wght: weight }) : font;
}
