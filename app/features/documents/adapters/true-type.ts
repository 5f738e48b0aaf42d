import type { Outline } from "../domain/seal-shape";

type Point = { x: number; y: number; on: boolean };
type Contour = Point[];

/** One glyph of a font to be written, 1,000 units an em. */
export type Drawn = { outline: Outline; advance: number };

/**
 * A TrueType file with the tables that a PDF needs of an embedded font (ISO 32000-1, 9.9); glyph 0 is empty, the given ones
 * follow in their order.
 */
export function writeTrueType(
  drawn: readonly Drawn[],
  { ascent, descent }: { ascent: number; descent: number },
): Buffer {
  const glyphs = [{ contours: [] as Contour[], advance: 1000 }, ...drawn.map(toGlyph)];
  const bodies = glyphs.map(({ contours }) => simpleGlyph(contours));
  const bounds = boundsOf(glyphs.flatMap(({ contours }) => contours.flat()));
  const most = (count: (contours: Contour[]) => number) => Math.max(...glyphs.map(({ contours }) => count(contours)));
  const tables = {
    glyf: Buffer.concat(bodies),
    head: head(bounds),
    hhea: hhea(glyphs.length, ascent, descent),
    hmtx: Buffer.concat(
      glyphs.map(({ contours, advance }) => int16([Math.round(advance), boundsOf(contours.flat()).xMin])),
    ),
    loca: loca(bodies),
    maxp: maxp(
      glyphs.length,
      most((contours) => contours.flat().length),
      most((contours) => contours.length),
    ),
  };
  return assemble(tables);
}

function toGlyph({ outline, advance }: Drawn): { contours: Contour[]; advance: number } {
  const contours: Contour[] = [];
  for (const [command, ...numbers] of outline) {
    if (command === "M") contours.push([]);
    const contour = contours.at(-1);
    if (command !== "Z" && contour) contour.push(...pointsOf(command, numbers, contour.at(-1)));
  }
  return { contours: contours.map(closed).filter((contour) => contour.length > 2), advance };
}

/** What a command adds after `from`, in whole units. */
function pointsOf(command: "M" | "L" | "Q" | "C", numbers: readonly number[], from: Point | undefined): Point[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.map(Math.round);
  if (command === "Q") return [point(a, b, false), point(c, d, true)];
  if (command === "C" && from) return quadratics([from, point(a, b, true), point(c, d, true), point(e, f, true)]);
  return [point(a, b, true)];
}

const point = (x: number, y: number, on: boolean): Point => ({ x, y, on });

/** A cubic curve as four quadratic ones, which differ from it by less than a unit at the size of a glyph. */
function quadratics([p, q, r, s]: readonly [Point, Point, Point, Point]): Point[] {
  const at = (axis: "x" | "y", t: number) =>
    (1 - t) ** 3 * p[axis] + 3 * (1 - t) ** 2 * t * q[axis] + 3 * (1 - t) * t ** 2 * r[axis] + t ** 3 * s[axis];
  const slope = (axis: "x" | "y", t: number) =>
    3 * ((1 - t) ** 2 * (q[axis] - p[axis]) + 2 * (1 - t) * t * (r[axis] - q[axis]) + t ** 2 * (s[axis] - r[axis]));
  return [0, 0.25, 0.5, 0.75].flatMap((start) => {
    const end = start + 0.25;
    const control = (axis: "x" | "y") =>
      Math.round((at(axis, start) + at(axis, end)) / 2 + (slope(axis, start) - slope(axis, end)) / 16);
    return [point(control("x"), control("y"), false), point(Math.round(at("x", end)), Math.round(at("y", end)), true)];
  });
}

/** TrueType closes a contour by itself: its last point must not be its first again. */
function closed(contour: Contour): Contour {
  const [first, last] = [contour[0], contour.at(-1)];
  return first && last && last.on && first.x === last.x && first.y === last.y ? contour.slice(0, -1) : contour;
}

type Bounds = { xMin: number; yMin: number; xMax: number; yMax: number };

function boundsOf(points: readonly Point[]): Bounds {
  const bounds = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  points.forEach(({ x, y }, index) => {
    bounds.xMin = index === 0 ? x : Math.min(bounds.xMin, x);
    bounds.yMin = index === 0 ? y : Math.min(bounds.yMin, y);
    bounds.xMax = index === 0 ? x : Math.max(bounds.xMax, x);
    bounds.yMax = index === 0 ? y : Math.max(bounds.yMax, y);
  });
  return bounds;
}

function simpleGlyph(contours: readonly Contour[]): Buffer {
  if (contours.length === 0) return Buffer.alloc(0);
  const points = contours.flat();
  const { xMin, yMin, xMax, yMax } = boundsOf(points);
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const steps = (axis: "x" | "y") =>
    int16(points.map((each, index) => each[axis] - (index === 0 ? 0 : (points[index - 1]?.[axis] ?? 0))));
  return padded(
    Buffer.concat([
      int16([contours.length, xMin, yMin, xMax, yMax, ...ends, 0]),
      Buffer.from(points.map(({ on }) => (on ? 1 : 0))),
      steps("x"),
      steps("y"),
    ]),
  );
}

function int16(numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 2);
  numbers.forEach((each, index) => buffer.writeUInt16BE(each & 0xffff, index * 2));
  return buffer;
}

function uint32(numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 4);
  numbers.forEach((each, index) => buffer.writeUInt32BE(each >>> 0, index * 4));
  return buffer;
}

function padded(buffer: Buffer): Buffer {
  return Buffer.concat([buffer, Buffer.alloc((4 - (buffer.length % 4)) % 4)]);
}

function loca(bodies: readonly Buffer[]): Buffer {
  let offset = 0;
  return uint32([0, ...bodies.map(({ length }) => (offset += length))]);
}

/** Version, revision, room for the checksum, magic number, flags, units an em, two days of 0, bounds, long offsets. */
function head({ xMin, yMin, xMax, yMax }: Bounds): Buffer {
  return Buffer.concat([
    uint32([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    int16([0, 1000]),
    uint32([0, 0, 0, 0]),
    int16([xMin, yMin, xMax, yMax, 0, 8, 2, 1, 0]),
  ]);
}

function hhea(count: number, ascent: number, descent: number): Buffer {
  return Buffer.concat([
    uint32([0x00010000]),
    int16([ascent, descent, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count]),
  ]);
}

function maxp(count: number, points: number, contours: number): Buffer {
  return Buffer.concat([uint32([0x00010000]), int16([count, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])]);
}

function checksum(buffer: Buffer): number {
  const whole = padded(buffer);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables);
  const power = Math.floor(Math.log2(entries.length));
  const range = 16 * 2 ** power;
  let offset = 12 + 16 * entries.length;
  const records = entries.map(([tag, table]) => {
    const record = Buffer.concat([Buffer.from(tag, "latin1"), uint32([checksum(table), offset, table.length])]);
    offset += padded(table).length;
    return record;
  });
  return Buffer.concat([
    uint32([0x00010000]),
    int16([entries.length, range, power, 16 * entries.length - range]),
    ...records,
    ...entries.map(([, table]) => padded(table)),
  ]);
}
