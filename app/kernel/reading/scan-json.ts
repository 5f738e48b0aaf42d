/** A value inside another more often than this is refused: no file of ours comes near, and readers would run out of stack. */
const deepest = 100;

export type JsonFault = { line: number; path: string; reason: string };
type Visit = (path: readonly (string | number)[], line: number) => void;

/**
 * What `JSON.parse` takes silently or says without a line: text that is no JSON, a key that stands twice in an object (the
 * first would be lost), and nesting beyond 100. Lines count from 1.
 * @returns the first thing that is no JSON, or every key that stands twice
 */
export function jsonFaults(text: string): JsonFault[] {
  return new Scan(text, () => undefined).run();
}

/** The line on which each value of a JSON text begins, by its path: keys and places joined by dots, "" the whole. */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  new Scan(text, (path, line) => lines.set(path.join("."), line)).run();
  return lines;
}

class Stop extends Error {}

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class Scan {
  private at = 0;
  private line = 1;
  private readonly path: (string | number)[] = [];
  private readonly faults: JsonFault[] = [];

  constructor(
    private readonly text: string,
    private readonly visit: Visit,
  ) {}

  run(): JsonFault[] {
    try {
      this.value();
      this.skip();
      if (this.at < this.text.length) this.stop("nothing may follow the value");
      return this.faults;
    } catch (error) {
      if (error instanceof Stop) return this.faults.slice(-1);
      throw error;
    }
  }

  private value(): void {
    this.skip();
    this.visit(this.path, this.line);
    if (this.path.length > deepest) this.stop(`nested deeper than ${deepest}`);
    const first = this.text[this.at];
    if (first === "{") this.all("}", () => this.member(new Set()));
    else if (first === "[") this.all("]", () => this.entries());
    else if (first === '"') this.take(quoted, "a string that does not end, or holds what JSON has no room for");
    else this.take(scalar, "no JSON value");
  }

  private all(end: string, inside: () => void): void {
    this.at += 1;
    this.skip();
    if (this.text[this.at] === end) this.at += 1;
    else inside();
  }

  private member(keys: Set<string>): void {
    do {
      this.skip();
      const line = this.line;
      const key = JSON.parse(this.take(quoted, "a key in quotes is missing")) as string;
      this.path.push(key);
      if (keys.has(key)) this.faults.push({ line, path: this.path.join("."), reason: "the key stands twice" });
      keys.add(key);
      this.skip();
      if (this.text[this.at] !== ":") this.stop("a colon is missing");
      this.at += 1;
      this.value();
      this.path.pop();
    } while (this.goesOn("}"));
  }

  private entries(): void {
    let place = 0;
    do {
      this.path.push(place);
      this.value();
      this.path.pop();
      place += 1;
    } while (this.goesOn("]"));
  }

  private goesOn(end: string): boolean {
    this.skip();
    const next = this.text[this.at];
    if (next !== "," && next !== end) this.stop(`a comma or ${end} is missing`);
    this.at += 1;
    return next === ",";
  }

  private take(pattern: RegExp, reason: string): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) this.stop(reason);
    this.at += found.length;
    return found;
  }

  private skip(): void {
    for (; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10) this.line += 1;
      else if (code !== 32 && code !== 13 && code !== 9) return;
    }
  }

  private stop(reason: string): never {
    this.faults.push({ line: this.line, path: this.path.join("."), reason });
    throw new Stop();
  }
}
