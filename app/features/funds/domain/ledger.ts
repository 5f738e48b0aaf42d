import type { Fen } from "~/kernel/money";

/** Accounts of an envelope. `granted` is the source: what was put in stands there with a minus. */
export const accounts = ["granted", "available", "reserved", "disbursed"] as const;
export type Account = (typeof accounts)[number];

export type Movement = "grant" | "reserve" | "release" | "disburse" | "return";

const flows: Record<Movement, readonly [from: Account, to: Account]> = {
  grant: ["granted", "available"],
  reserve: ["available", "reserved"],
  release: ["reserved", "available"],
  disburse: ["reserved", "disbursed"],
  return: ["disbursed", "reserved"],
};

export type Entry = { account: Account; amountFen: Fen };

/** The two entries of a movement; they sum to zero. @throws RangeError unless the sum is positive */
export function entriesOf(movement: Movement, fen: Fen): [Entry, Entry] {
  if (fen <= 0n) throw new RangeError(`a movement moves a positive sum, not ${fen}`);
  const [from, to] = flows[movement];
  return [{ account: from, amountFen: -fen }, { account: to, amountFen: fen }];
}

/** How a movement changes the three sums kept beside the envelope. */
export function sumsChange(movement: Movement, fen: Fen): { grantedFen: Fen; reservedFen: Fen; disbursedFen: Fen } {
  const change = { grantedFen: 0n, reservedFen: 0n, disbursedFen: 0n };
  if (movement === "grant") return { ...change, grantedFen: fen };
  if (movement === "reserve") return { ...change, reservedFen: fen };
  if (movement === "release") return { ...change, reservedFen: -fen };
  return movement === "disburse" ? { ...change, reservedFen: -fen, disbursedFen: fen } : { ...change, reservedFen: fen, disbursedFen: -fen };
}
