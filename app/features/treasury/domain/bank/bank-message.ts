import type { Fen } from "~/kernel/money";
import type { Problem } from "./iso-rules";

/** Which way money goes on the treasury's account. */
export type Side = "debit" | "credit";

/**
 * What the bank says of one transfer or booking. `reversed`: a debit that was taken back; `charge`: the bank's own fee;
 * `setAside`: something that may change what the line means was not understood, so that it moves nothing.
 */
export type LineStatus = "paid" | "returned" | "reversed" | "pending" | "received" | "charge" | "setAside";

export type BankLine = {
  /** what the line names: a payment's reference where one of its parts holds one */
  reference: string;
  amountFen: Fen | null;
  status: LineStatus;
  reasonCode: string | null;
  reasonText: string | null;
  /** Asia/Shanghai day of the booking */
  bookedOn: string | null;
  /** of bookings alone */
  side?: Side;
  /** the bank's own number of the booking, where it gives one */
  bankReference?: string;
  /** why a line is set aside, and where that stands */
  problem?: Problem;
  /** a charge told beside the amount, of which the file doesn't say whether it is part of it */
  chargeFen?: Fen;
  /** a line without references of payments may stand for a whole batch; `count` is the number of its transfers */
  batch?: { number: string; count: number | null };
  /** the account that the notification is about */
  account?: string;
};

/** What holds for every transfer of a batch that has no line of its own; count and sum where the file tells them. */
export type Rest = Pick<BankLine, "status" | "reasonCode" | "reasonText" | "problem"> & {
  count: number | null;
  sumFen: Fen | null;
};

/** A file of the bank, read. */
export type BankMessage = {
  kind: "pain.002" | "camt.054" | "csv";
  messageId: string;
  /** number of the batch that is answered, where the file names one */
  batchNumber: string | null;
  rest: Rest | null;
  lines: BankLine[];
};

export type ReadMessage = { ok: true; message: BankMessage } | { ok: false; problem: Problem };

/** A tree of an XML file: elements as objects, attributes with `@`, text as `#text` beside attributes. */
export type XmlTree = Record<string, unknown>;
