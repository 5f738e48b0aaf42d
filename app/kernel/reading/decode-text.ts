/**
 * Text of a file as people's programs write it: UTF-8 and UTF-16 with or without a byte order mark, else GB 18030 (and so GBK).
 * The mark is taken away; what can't be read surely is refused, so that no U+FFFD stands in for a character.
 * @throws RangeError for bytes that are text in none of these, or damaged
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text.includes("\uFFFD") || text.includes("\u0000")) throw new RangeError("the text is damaged or binary");
  return text;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new RangeError(`not a text in ${encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.includes(0)) return wideEncoding(bytes);
  return isUtf8(bytes) || isNearUtf8(bytes) ? "utf-8" : "gb18030";
}

/** Latin characters, commas and line ends of UTF-16 leave a zero byte, always on the same side; every fifth character at least. */
function wideEncoding(bytes: Uint8Array): Encoding {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  if (bytes.length % 2 === 1 || Math.max(high, low) * 10 < bytes.length) return "utf-8";
  if (high === 0) return "utf-16le";
  return low === 0 ? "utf-16be" : "utf-8";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8, even where single bytes of it are broken: text of another encoding is broken nearly everywhere. */
function isNearUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let wide = 0;
  for (const character of text)
    if (character === "\uFFFD") broken += 1;
    else if (character > "\u007F") wide += 1;
  return wide > broken;
}
