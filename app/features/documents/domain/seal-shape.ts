/** An outline in font units: what an SVG path holds, as command and numbers; y upwards. */
export type Outline = readonly (readonly [command: "M" | "L" | "Q" | "C" | "Z", ...numbers: number[]])[];

/** A glyph as the seal needs it; `advance` and `em` in font units. */
export type Glyph = { outline: Outline; advance: number; em: number };

/** A seal of diameter 1 around the origin, y downwards: SVG paths to be filled, and rings as radius and width. */
export type SealShape = { fills: string[]; rings: readonly { radius: number; width: number }[] };

const ringWidth = 0.028;
const textRadius = 0.375;
const spanPerGlyph = (17.5 * Math.PI) / 180;
const mostSpan = (260 * Math.PI) / 180;

/**
 * The round seal of an office: ring, five-pointed star, name along the upper arc, a few words below the star.
 * Everything is a path, so that it stays sharp at any size.
 */
export function sealShape(name: string, foot: string, glyphOf: (character: string) => Glyph): SealShape {
  const characters = [...name];
  const span = Math.min(mostSpan, spanPerGlyph * Math.max(characters.length - 1, 0));
  const step = characters.length > 1 ? span / (characters.length - 1) : 0;
  const size = Math.min(0.125, step === 0 ? 0.125 : step * textRadius * 0.95);
  const arc = characters.map((character, index) => arcPath(glyphOf(character), -span / 2 + index * step, size));
  return {
    fills: [starPath(0.145), ...arc, ...footPaths([...foot], glyphOf)],
    rings: [{ radius: 0.5 - ringWidth / 2, width: ringWidth }],
  };
}

/** A character standing on the arc; angle 0 is the top, positive to the right. The glyph's middle lies on the radius. */
function arcPath(glyph: Glyph, angle: number, size: number): string {
  const scale = size / glyph.em;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return pathOf(glyph.outline, (x, y) => {
    const across = (x - glyph.advance / 2) * scale;
    const up = textRadius + (y - glyph.em * 0.38) * scale * 1.25;
    return [across * cos + up * sin, across * sin - up * cos];
  });
}

function footPaths(characters: readonly string[], glyphOf: (character: string) => Glyph): string[] {
  const size = 0.07;
  const left = (-size * characters.length) / 2;
  return characters.map((character, index) => {
    const glyph = glyphOf(character);
    const scale = size / glyph.em;
    return pathOf(glyph.outline, (x, y) => [left + size * index + x * scale, 0.355 - (y - glyph.em * 0.38) * scale]);
  });
}

function starPath(radius: number): string {
  const inner = radius * (Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10));
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5;
    const reach = index % 2 === 0 ? radius : inner;
    return `${fixed(reach * Math.sin(angle))} ${fixed(-reach * Math.cos(angle))}`;
  });
  return `M${points.join("L")}Z`;
}

function pathOf(outline: Outline, place: (x: number, y: number) => [number, number]): string {
  return outline
    .map(
      ([command, ...numbers]) =>
        command +
        pairs(numbers)
          .map(([x, y]) => place(x, y).map(fixed).join(" "))
          .join(" "),
    )
    .join("");
}

function pairs(numbers: readonly number[]): [number, number][] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2] ?? 0,
    numbers[index * 2 + 1] ?? 0,
  ]);
}

function fixed(value: number): string {
  return value.toFixed(5);
}
