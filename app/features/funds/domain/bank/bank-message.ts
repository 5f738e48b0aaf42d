import type { Fen } from "~/kernel/money";
import type { Problem } from "./iso-rules";

/** What the bank says of one transfer, or of one credit that came in. */
export type BankLine = {
  /** end-to-end reference */
  reference: string;
  amountFen: Fen | null;
  status: "paid" | "returned" | "pending" | "received";
  reasonCode: string | null;
  reasonText: string | null;
  bookedOn: string | null;
  /** the bank's own number of the booking, where it gives one */
  bankReference?: string;
};

/** A file of the bank, read. */
export type BankMessage = {
  kind: "pain.002" | "camt.054" | "csv";
  messageId: string;
  /** number of the batch that is answered, where the file names one */
  batchNumber: string | null;
  /** what holds for every transfer of the batch that has no line of its own */
  rest: Omit<BankLine, "reference" | "amountFen" | "bookedOn"> | null;
  lines: BankLine[];
};

export type ReadMessage = { ok: true; message: BankMessage } | { ok: false; problem: Problem };

/** A tree of an XML file: elements as objects, attributes with `@`, text as `#text` beside attributes. */
export type XmlTree = Record<string, unknown>;
