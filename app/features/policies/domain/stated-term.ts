import { canonicalJson } from "~/kernel/canonical-json";
import type { PolicyItem, Validity } from "./policy-item";

/** Number, dates (Asia/Shanghai days) and validity of a document: what officials state of it, and what a file says. */
export type DocumentTerm = Pick<PolicyItem["document"], "number" | "validFrom" | "validTo"> & {
  validity: Validity | null;
};
/** What two officials stated, which goes before `rules/`, and what `rules/` said at that moment. */
export type Stated = { term: DocumentTerm & { validity: Validity }; overFile: DocumentTerm | null };

export function documentTermOf({ number, validFrom, validTo, validity }: PolicyItem["document"]): DocumentTerm {
  return { number, validFrom, validTo, validity: validity ?? null };
}

/** An item whose document says what two officials stated of it; as it is where nobody did. */
export function withStated(item: PolicyItem, stated: Stated | undefined): PolicyItem {
  return stated ? { ...item, document: { ...item.document, ...stated.term } } : item;
}

/**
 * Whether the files say something else by now than when two officials stated their word, and something else than that
 * word: what neither of the two may settle silently.
 */
export function filesDiffer(stated: Stated | null, fileSaid: DocumentTerm | null): boolean {
  if (!stated || !fileSaid || !stated.overFile) return false;
  return !isSame(fileSaid, stated.overFile) && !isSame(fileSaid, stated.term);
}

export function isSame(one: DocumentTerm, other: DocumentTerm): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
