import type { BankLine, Side, XmlTree } from "./bank-message";
import { amount, type Problem } from "./iso-rules";
import { paymentIdOf, tidyReference } from "~/features/funds/domain/payment-reference";

const none = /^(not\s*provided|nonref|none|n\/a)$/i;

/**
 * What a line names: of the references in their order the first that can be a payment's, written as we write them, else
 * the first that says anything. NOTPROVIDED is how the standard says that there is none.
 */
export function named(references: readonly (string | null | undefined)[]): string {
  const named = references.filter(
    (each): each is string => typeof each === "string" && each.trim() !== "" && !none.test(each.trim()),
  );
  const own = named.find((each) => paymentIdOf(each) !== null);
  return own === undefined ? (named[0]?.trim() ?? "") : tidyReference(own);
}

/** Whether the references of one line are those of several payments, so that it can't be said which one is meant. */
export function isAmbiguous(references: readonly (string | null | undefined)[]): boolean {
  return new Set(references.flatMap((each) => (typeof each === "string" ? (paymentIdOf(each) ?? []) : []))).size > 1;
}

/** A line that moves nothing, with the place and the reason. */
export function setAside(line: Partial<BankLine>, problem: Problem): BankLine {
  return {
    reference: "",
    amountFen: null,
    reasonCode: null,
    reasonText: null,
    bookedOn: null,
    ...line,
    status: "setAside",
    problem,
  };
}

/** As much of a part that broke the rules as can be shown. */
export function shown(tree: unknown): { amountFen: bigint | null; side?: Side; references: string[] } {
  const part = isTree(tree) ? tree : {};
  const sum = amount.safeParse(part["Amt"]);
  const side = part["CdtDbtInd"] === "DBIT" ? "debit" : part["CdtDbtInd"] === "CRDT" ? "credit" : undefined;
  return { amountFen: sum.success ? sum.data : null, ...(side && { side }), references: referencesIn(part) };
}

const referenceNames = [
  "OrgnlEndToEndId",
  "OrgnlInstrId",
  "EndToEndId",
  "InstrId",
  "AcctOwnrTxId",
  "AcctSvcrRef",
  "NtryRef",
];

function referencesIn(part: XmlTree): string[] {
  const places = [
    part,
    part["Refs"],
    ...listOf(part["NtryDtls"]).flatMap((each) => listOf(isTree(each) ? each["TxDtls"] : null)),
  ];
  return places.flatMap((place) => {
    const tree = isTree(place) ? { ...place, ...(isTree(place["Refs"]) ? place["Refs"] : {}) } : {};
    return referenceNames.flatMap((name) => (typeof tree[name] === "string" ? [tree[name]] : []));
  });
}

/** A part that may stand once or several times, as a list. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function isTree(value: unknown): value is XmlTree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
