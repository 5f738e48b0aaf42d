/** What a parser says of text that is no JSON, as a reason with the place where it stands (see `problemInWords`). */
export function jsonFault(text: string, message: string): string {
  const at = /at position (\d+)/.exec(message);
  if (at) {
    const before = text.slice(0, Number(at[1])).split("\n");
    return `not JSON at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  }
  const token = /^Unexpected token '?(.)'?/u.exec(message);
  return token ? `not JSON at “${token[1]}”` : "not JSON at its end";
}
