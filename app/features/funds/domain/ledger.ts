import type { Fen } from "~/kernel/money";

/**
 * Accounts of an envelope. `granted` and `carried` are its sources: what was put in stands there with a minus. `owed` is
 * money a firm must give back; `earmarked` and `advanced` are a pool's: set aside for a released batch, and paid in advance.
 */
export const accounts = [
  "granted",
  "carried",
  "available",
  "reserved",
  "committed",
  "disbursed",
  "owed",
  "earmarked",
  "advanced",
] as const;
export type Account = (typeof accounts)[number];

const flows = {
  grant: ["granted", "available"],
  reduce: ["available", "granted"],
  carryIn: ["carried", "available"],
  carryOut: ["available", "carried"],
  reserve: ["available", "reserved"],
  release: ["reserved", "available"],
  commit: ["reserved", "committed"],
  cancel: ["committed", "available"],
  disburse: ["committed", "disbursed"],
  return: ["disbursed", "committed"],
  recover: ["disbursed", "owed"],
  collect: ["owed", "available"],
  earmark: ["available", "earmarked"],
  free: ["earmarked", "available"],
  advance: ["earmarked", "advanced"],
  refill: ["advanced", "available"],
} as const satisfies Record<string, readonly [from: Account, to: Account]>;

export type Movement = keyof typeof flows;
export const movements = Object.keys(flows) as Movement[];

export type Entry = { account: Account; amountFen: Fen };

/** The account a movement takes from. */
export function sourceOf(movement: Movement): Account {
  return flows[movement][0];
}

/** Whether a movement leaves money in an envelope that nobody has been promised yet. */
export function isFreeing(movement: Movement): boolean {
  return flows[movement][1] === "available";
}

/** The two entries of a movement; they sum to zero. @throws RangeError unless the sum is positive */
export function entriesOf(movement: Movement, fen: Fen): [Entry, Entry] {
  if (fen <= 0n) throw new RangeError(`a movement moves a positive sum, not ${fen}`);
  const [from, to] = flows[movement];
  return [
    { account: from, amountFen: -fen },
    { account: to, amountFen: fen },
  ];
}
