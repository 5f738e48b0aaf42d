import { storedAs } from "~/kernel/stored";

/** What a delivery changes in the register and in what firms are owed. Sums are whole fen as digits. */
export type Effect = {
  /** registered firms it names, and those a complete list settles without naming them */
  named: number;
  settled: number;
  /** codes that nobody is registered with */
  unregistered: number;
  /** firms that the register knows by another name */
  otherName: number;
  added: number;
  changed: number;
  same: number;
  /** statements of firms that say otherwise */
  contradicted: number;
  /** pairs of firm and item that open and close, with their sums, and those that are told without a question */
  opened: number;
  openedFen: string;
  closed: number;
  closedFen: string;
  told: number;
};

export const noEffect: Effect = {
  named: 0,
  settled: 0,
  unregistered: 0,
  otherName: 0,
  added: 0,
  changed: 0,
  same: 0,
  contradicted: 0,
  opened: 0,
  openedFen: "0",
  closed: 0,
  closedFen: "0",
  told: 0,
};

/** An effect as it is stored with its delivery. */
export const readEffect = storedAs<Effect>("effect of a delivery", "named", "opened", "told");
