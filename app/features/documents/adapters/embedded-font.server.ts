import type { Face } from "../domain/paper";
import { writeTrueType, type Drawn } from "./true-type";
import { em, type Typefaces } from "./typefaces.server";

type Sign = { id: number; codePoints: number[]; advanceWidth: number };

/** Of all faces, per thousand of an em. */
const metrics = { ascent: 880, descent: -120, capHeight: 733, xHeight: 520 };

/**
 * A face as pdf-lib asks a font reader for it: characters become glyphs one by one, and what is embedded is one font with the
 * glyphs that were used, wherever their face found them.
 */
export function embeddedFont(face: Face, faces: Typefaces) {
  return {
    postscriptName: `Huiqitong-${face}`,
    unitsPerEm: em,
    ...metrics,
    italicAngle: 0,
    bbox: { minX: -em, minY: -em, maxX: 2 * em, maxY: 2 * em },
    post: { isFixedPitch: false },
    head: { macStyle: { italic: false } },
    "OS/2": { sFamilyClass: face === "hei" ? 8 : 1 },
    layout: (text: string) => ({
      glyphs: [...text].map((character): Sign => {
        const id = character.codePointAt(0) ?? 0;
        return { id, codePoints: [id], advanceWidth: faces.glyph(face, character).advance };
      }),
    }),
    createSubset: () => subsetOf(face, faces),
  };
}

function subsetOf(face: Face, faces: Typefaces) {
  const numbers = new Map<number, number>();
  const drawn: Drawn[] = [];
  return {
    includeGlyph({ id }: Sign): number {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      drawn.push(faces.glyph(face, String.fromCodePoint(id)));
      numbers.set(id, drawn.length);
      return drawn.length;
    },
    encodeStream: () => streamOf(() => writeTrueType(drawn, metrics)),
  };
}

/** pdf-lib listens for the parts of a font: it is given as one. */
function streamOf(write: () => Uint8Array) {
  const stream = {
    on(event: string, listener: (bytes?: Uint8Array) => void) {
      if (event === "data") listener(write());
      if (event === "end") listener();
      return stream;
    },
  };
  return stream;
}
