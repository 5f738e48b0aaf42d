import { breakLines, type Line } from "./break-lines";
import { baseLine, type Ink, type Item, type Measure, type Slice } from "./page-items";
import type { Face } from "./paper";

/** How a text is set; all lengths in points. `pitch` is the advance of a full character, `line` the height of a line. */
export type Setting = {
  face: Face;
  size: number;
  pitch: number;
  line: number;
  left: number;
  width: number;
  indent?: number;
  align?: "left" | "right" | "center";
  justify?: boolean;
  ink?: Ink;
};

/** A line that would be stretched more than this per character stays as it is; in parts of the type size. */
const mostStretch = 0.1;

/** A text as slices of one line each. */
export function textSlices(text: string, setting: Setting, measure: Measure): Slice[] {
  const indent = setting.indent ?? 0;
  return setLines(text, setting, measure).map((line, index): Slice => ({
    height: setting.line,
    draw: (y) => [
      lineItem(
        line,
        {
          ...setting,
          left: setting.left + (index === 0 ? indent : 0),
          width: setting.width - (index === 0 ? indent : 0),
        },
        y,
      ),
    ],
  }));
}

/** The lines of a text in its setting. */
export function setLines(text: string, { face, size, pitch, width, indent = 0 }: Setting, measure: Measure): Line[] {
  return breakLines(text, (character) => measure(character, face) * size + pitch - size, width, width - indent);
}

/** One line as it is drawn, its band beginning at `top`. */
export function lineItem(
  { text, width, ends }: Line,
  { face, size, pitch, line, left, width: room, align = "left", justify, ink = "black" }: Setting,
  top: number,
): Item {
  const count = [...text].length;
  const spare = room - width;
  const perGap = count > 1 ? spare / (count - 1) : 0;
  const stretch = justify && !ends && perGap <= size * mostStretch ? perGap : 0;
  const shift = align === "left" ? 0 : align === "right" ? spare : spare / 2;
  return {
    kind: "text",
    x: left + shift,
    y: baseLine(top, line, size),
    text,
    face,
    size,
    spacing: pitch - size + stretch,
    ink,
  };
}

/** Width of a text set in one line. */
export function widthOf(
  text: string,
  { face, size, pitch }: Pick<Setting, "face" | "size" | "pitch">,
  measure: Measure,
): number {
  return [...text].reduce((sum, character) => sum + measure(character, face) * size + pitch - size, 0);
}
