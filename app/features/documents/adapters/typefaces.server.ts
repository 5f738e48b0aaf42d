import type { Font } from "fontkit";
import type { Measure } from "../domain/page-items";
import type { Face } from "../domain/paper";
import type { Glyph, Outline } from "../domain/seal-shape";
import { openSlices, openWhole, unpackingReady, type Slices } from "./type-slices.server";

/** Open typefaces whose licence lets them be embedded; between them they hold GB 18030 level 2 and more (decision 356). */
const sources = {
  serif: () => openSlices("@chinese-fonts/syst/dist/SourceHanSerifCN/result.css"),
  sans: () => openSlices("@fontsource-variable/noto-sans-sc/index.css"),
  sansWhole: () => openWhole("@librescore/fonts/SourceHanSansCN.min.woff2"),
};
type Source = keyof typeof sources;

/** Where a face looks for a character: the first that has it gives it. */
const faces: Record<Face, { weight: number; order: readonly Source[] }> = {
  song: { weight: 400, order: ["serif", "sansWhole", "sans"] },
  songBold: { weight: 700, order: ["serif", "sansWhole", "sans"] },
  hei: { weight: 500, order: ["sans", "sansWhole", "serif"] },
};

/** Units an em of every source. */
export const em = 1000;

export type Typefaces = {
  measure: Measure;
  /** whether the character can be printed */
  has(character: string): boolean;
  /** @returns the glyph, an empty one where `has` says no */
  glyph(face: Face, character: string): Glyph;
};

let opened: Typefaces | undefined;

/** The typefaces of the process; their files are read as their characters are asked for. */
export async function typefaces(): Promise<Typefaces> {
  await unpackingReady;
  opened ??= openTypefaces();
  return opened;
}

function openTypefaces(): Typefaces {
  const open = new Map<Source, Slices>();
  const glyphs = new Map<string, Glyph>();
  const slicesOf = (name: Source) => {
    const slices = open.get(name) ?? sources[name]();
    open.set(name, slices);
    return slices;
  };
  const draw = (face: Face, character: string): Glyph => {
    const { order, weight } = faces[face];
    const found = find(order.map(slicesOf), character);
    return found ? glyphOf(found.slices.font(found.codePoint, weight), found.codePoint) : empty;
  };
  const glyph = (face: Face, character: string): Glyph => {
    const drawn = glyphs.get(face + character) ?? draw(face, character);
    glyphs.set(face + character, drawn);
    return drawn;
  };
  return {
    measure: (character, face) => glyph(face, character).advance / em,
    has: (character) => find(faces.song.order.map(slicesOf), character) !== null,
    glyph,
  };
}

const empty: Glyph = { outline: [], advance: em, em };

/** A character that stands for another by Unicode's canonical equivalence is printed as that one. */
function find(order: readonly Slices[], character: string): { slices: Slices; codePoint: number } | null {
  for (const each of new Set([character, character.normalize("NFC")])) {
    const codePoint = each.codePointAt(0) ?? 0;
    const slices = order.find((some) => some.has(codePoint));
    if (slices) return { slices, codePoint };
  }
  return null;
}

function glyphOf(font: Font, codePoint: number): Glyph {
  const glyph = font.glyphForCodePoint(codePoint);
  return { outline: outlineOf(glyph.path), advance: glyph.advanceWidth, em: font.unitsPerEm };
}

const letters = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

function outlineOf(path: { commands: { command: string; args: number[] }[] }): Outline {
  return path.commands.map(({ command, args }) => [letters[command as keyof typeof letters], ...args] as const);
}
