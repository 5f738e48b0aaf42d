/** Colours of `app/styles/app.css`; the darker one is the measured figure, the lighter one what it is held against. */
export const colours = { strong: "#14637f", soft: "#aecedd", bad: "#a3201c", ink: "#1b2730", line: "#d5dde2" };

const fontSize = 13;

/** Narrow, so that the words stay readable when a phone shrinks the drawing. Pixels. */
export const width = 420;

/** Height of a line of words. Pixels. */
export const lineHeight = 14;

/** One drawing as SVG text: nothing moves, nothing answers the pointer. The size is that of the frame it is put in. */
export function draw(height: number, parts: readonly string[]): string {
  const font = `font-size:${fontSize}px;font-family:PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC Variable, sans-serif;`;
  return `<svg style="${font}" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="${colours.ink}">${parts.join("")}</svg>`;
}

type Anchor = "start" | "middle" | "end";

/** Words with their middle at the height `y`; `turned` in degrees around their anchor. */
export function words(text: string, x: number, y: number, { anchor = "start" as Anchor, turned = 0 } = {}): string {
  const turn = turned === 0 ? "" : ` transform="rotate(${turned} ${round(x)} ${round(y)})"`;
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" dominant-baseline="central"${turn}>${escaped(text)}</text>`;
}

/** Several lines of words, together in the middle of the height `y`. */
export function lines(texts: readonly string[], x: number, y: number, anchor: Anchor): string {
  const first = y - ((texts.length - 1) * lineHeight) / 2;
  return texts.map((text, index) => words(text, x, first + index * lineHeight, { anchor })).join("");
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${colours.line}"/>`;
}

/** A closed shape by its corners. */
export function shape(corners: readonly (readonly [x: number, y: number])[], colour: string): string {
  return `<path d="M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z" fill="${colour}"/>`;
}

/** A bar whose far end is rounded: a lying one to the right, a standing one upwards. */
export function bar(x: number, y: number, long: number, thick: number, colour: string, stands = false): string {
  const r = Math.min(3, Math.abs(long));
  const d = stands
    ? `M${round(x)} ${round(y)}v${round(r - long)}q0 ${-r} ${r} ${-r}h${round(thick - 2 * r)}q${r} 0 ${r} ${r}v${round(long - r)}Z`
    : `M${round(x)} ${round(y)}h${round(long - r)}q${r} 0 ${r} ${r}v${round(thick - 2 * r)}q0 ${r} ${-r} ${r}h${round(r - long)}Z`;
  return `<path d="${d}" fill="${colour}"/>`;
}

/** How far a figure reaches on a scale on which the greatest fills `room`. */
export function reach(values: readonly number[], room: number): (value: number) => number {
  const greatest = Math.max(...values, 0);
  return (value) => (greatest === 0 ? 0 : (Math.max(value, 0) / greatest) * room);
}

/** Round marks from 0 to at least the greatest figure, in about `count` steps of 1, 2 or 5 times a power of ten. */
export function marks(greatest: number, count: number): number[] {
  if (!(greatest > 0)) return [0];
  const rough = greatest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  const steps = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Room that a text takes, roughly: a Chinese character one em, another sign a little over half. Pixels. */
export function breadth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1 : 0.56) * fontSize, 0);
}

/** A text in lines that fit, broken between words where it has some; Chinese breaks anywhere. */
export function broken(text: string, room: number): string[] {
  const result: string[] = [""];
  for (const piece of text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/gu) ?? []) {
    const current = result.at(-1) ?? "";
    if (current !== "" && breadth((current + piece).trimEnd()) > room) result.push(piece);
    else result[result.length - 1] = current + piece;
  }
  return result.map((each) => each.trimEnd());
}

/** A text cut to fit, with a sign that it was. */
export function cut(text: string, room: number): string {
  if (breadth(text) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && breadth(`${signs.join("")}…`) > room) signs.pop();
  return `${signs.join("")}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
