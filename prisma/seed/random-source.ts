/** A repeatable source of choices (mulberry32): the same seed gives the same demo. */
export class RandomSource {
  constructor(private state: number) {}

  /** The stream of one kind of thing: more of one kind changes nothing of the others. */
  static of(seed: number, kind: string): RandomSource {
    return new RandomSource(
      [...kind].reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193), seed | 0),
    );
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A UUID of version 7 (RFC 9562 §5.7) that sorts by `at`. */
  uuid(at: Date): string {
    const bits = [this.next(), this.next(), this.next()].map((part) => Math.floor(part * 4_294_967_296));
    const [first = 0, second = 0, third = 0] = bits;
    const time = hex(at.getTime(), 12);
    return [
      time.slice(0, 8),
      time.slice(8),
      hex(0x7000 | (first & 0xfff), 4),
      hex(0x8000 | (second & 0x3fff), 4),
      hex(first >>> 12, 5).slice(1) + hex(third, 8),
    ].join("-");
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }
}

/** Gives the ids of one seed number: those of each kind come from a stream of their own. */
export type SeedIds = (kind: string, at: Date) => string;

export function seedIds(seed: number): SeedIds {
  const streams = new Map<string, RandomSource>();
  return (kind, at) => {
    const stream = streams.get(kind) ?? RandomSource.of(seed, kind);
    streams.set(kind, stream);
    return stream.uuid(at);
  };
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
