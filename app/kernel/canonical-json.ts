import { canonicalNumeral, Numeral } from "./canonical-numeral";

/**
 * JSON text with keys by code point, numbers as plain decimals and bigint as decimal text, so that equal values have equal
 * text: the twin of `audit_canonical` in the migrations and of `canonical` in public/verify-proof.js.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? "null";
}

function write(value: unknown): string | undefined {
  if (value === null || typeof value !== "object") return writeScalar(value);
  if (value instanceof Numeral) return value.text;
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((each) => write(each) ?? "null").join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  const written = entries.map(([key, part]) => [key, write(part)] as const);
  const kept = written.filter(([, text]) => text !== undefined);
  return `{${kept.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
}

function writeScalar(value: unknown): string | undefined {
  if (typeof value === "bigint") return `"${value}"`;
  if (typeof value === "number") return Number.isFinite(value) ? canonicalNumeral(String(value)) : "null";
  return JSON.stringify(value) as string | undefined;
}

/** Order of texts by code point, as UTF-8 bytes have it; code units put U+10000 and above before U+E000. */
function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * The value of a JSON text with its numbers as `Numeral`s, exactly as they stand there.
 * @param numeral how each is written, the canonical way unless said otherwise
 * @throws SyntaxError
 */
export function readExact(json: string, numeral: (text: string) => string = canonicalNumeral): unknown {
  const marked = json.replace(token, (part) => (part.startsWith('"') ? `"s${part.slice(1)}` : `"n${numeral(part)}"`));
  return restore(JSON.parse(marked));
}

function restore(marked: unknown): unknown {
  if (typeof marked === "string") return marked.startsWith("n") ? new Numeral(marked.slice(1)) : marked.slice(1);
  if (Array.isArray(marked)) return marked.map(restore);
  if (marked === null || typeof marked !== "object") return marked;
  return Object.fromEntries(Object.entries(marked).map(([key, value]) => [key.slice(1), restore(value)]));
}
