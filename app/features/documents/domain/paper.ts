import type { PlainDate } from "~/kernel/plain-date";

/** Typefaces of a paper: 宋 for text, its bold cut for titles, 黑 for headings and table heads. */
export type Face = "song" | "songBold" | "hei";

/** One column of a table; `share` is its part of the width. */
export type TableColumn = { head: string; share: number; align?: "left" | "right" | "center" };

/** What stands on a paper, from top to bottom. */
export type Block =
  | { kind: "addressee"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "note"; text: string }
  | { kind: "fields"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "table"; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }
  | { kind: "blank" };

/** Code and address of the public page that confirms a document, and what its signature is worth. */
export type Proof = { code: string; url: string; worth: string };

/** The office that signs, the day under its name, and the words at the foot of its seal. */
export type Signature = { office: string; day: PlainDate; sealFoot: string };

/**
 * A document in words, before anything is measured or drawn. An official one has the red head of its office, a number and
 * a seal (GB/T 9704-2012); a form has neither.
 */
export type Paper = {
  official: boolean;
  office: string;
  /** `代字〔年〕序号号`; null for forms */
  number: string | null;
  title: string;
  /** the line under the title of a form */
  subtitle?: string;
  blocks: readonly Block[];
  signature: Signature | null;
  /** null for a draft */
  proof: Proof | null;
  /** a word across the page, for what is not valid */
  mark?: string;
};
