import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";
import type { Measure } from "../domain/page-items";
import type { Face } from "../domain/paper";
import type { Glyph, Outline } from "../domain/seal-shape";

const require = createRequire(import.meta.url);

/** Open typefaces that hold all of GB 18030 level 2; their licence lets them be embedded. */
const files: Record<Face, string> = {
  song: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  songBold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  hei: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
};

export type Typefaces = {
  /** bytes of the font file */
  bytes(face: Face): Buffer;
  font(face: Face): Font;
  measure: Measure;
  /** whether every face holds the character */
  has(character: string): boolean;
  glyph(face: Face, character: string): Glyph;
};

let opened: Typefaces | undefined;

/** The typefaces, read once for the process: they are 40 MB and never change. */
export function typefaces(): Typefaces {
  opened ??= openTypefaces();
  return opened;
}

function openTypefaces(): Typefaces {
  const faces = Object.entries(files).map(
    ([face, file]) => [face as Face, readFileSync(require.resolve(file))] as const,
  );
  const bytesOf = new Map(faces);
  const fontOf = new Map(faces.map(([face, bytes]) => [face, fontkit.create(bytes) as Font]));
  const font = (face: Face) => known(fontOf.get(face));
  const widths = new Map<string, number>();
  return {
    bytes: (face) => known(bytesOf.get(face)),
    font,
    measure(character, face) {
      const key = face + character;
      const width = widths.get(key) ?? glyphOf(font(face), character).advanceWidth / font(face).unitsPerEm;
      widths.set(key, width);
      return width;
    },
    has: (character) => [...fontOf.values()].every((each) => each.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    glyph(face, character) {
      const glyph = glyphOf(font(face), character);
      return { outline: outlineOf(glyph.path), advance: glyph.advanceWidth, em: font(face).unitsPerEm };
    },
  };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("unknown typeface");
  return value;
}

function glyphOf(font: Font, character: string) {
  return font.glyphForCodePoint(character.codePointAt(0) ?? 0);
}

const letters = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

function outlineOf(path: { commands: { command: string; args: number[] }[] }): Outline {
  return path.commands.map(({ command, args }) => [letters[command as keyof typeof letters], ...args] as const);
}
