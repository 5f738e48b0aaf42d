import { holds, isDoubtful } from "~/features/policies/domain/validity";
import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import type { OfficeDocument } from "./documents";
import { isSameOffice, type Office } from "./office";
import { stateOfDocument } from "./worklist";

/**
 * The documents of an office: `confirmed` by officials, `stated` by their text or a norm, `open` that nobody can say of; and the
 * fixed sums that hang on the first two. `share` of the documents that are not open, 0 to 1.
 */
export type Coverage = { documents: number; confirmed: number; stated: number; open: number; fen: Fen; share: number };
export type OfficeCoverage = Coverage & { office: Office };

/**
 * How far each office has come with its documents, the least share first; what is over counts no more. A document of
 * two offices counts for both, each with the sums of its own items.
 */
export function coverageOf(
  documents: readonly OfficeDocument[],
  fenOf: (itemId: string) => Fen,
  today: PlainDate,
): OfficeCoverage[] {
  const rows: { office: Office; own: OfficeDocument[] }[] = [];
  for (const each of documents)
    for (const office of each.offices) {
      const row = rows.find((known) => isSameOffice(known.office, office));
      if (row) row.own.push(each);
      else rows.push({ office, own: [each] });
    }
  return rows
    .map(({ office, own }) => ({ office, ...countOf(own, { office, fenOf, today }) }))
    .filter((row) => row.documents > 0)
    .sort((one, other) => one.share - other.share || other.documents - one.documents);
}

function countOf(
  own: readonly OfficeDocument[],
  { office, fenOf, today }: { office: Office; fenOf: (itemId: string) => Fen; today: PlainDate },
): Coverage {
  const isOwn = ({ officeOf }: OfficeDocument, itemId: string) => {
    const of = officeOf(itemId);
    return of !== undefined && isSameOffice(of, office);
  };
  const states = own.flatMap((each) => {
    const followers = each.followers.filter((itemId) => isOwn(each, itemId));
    const { document } = each;
    return followers.length === 0 ? [] : [{ followers, document, state: stateOfDocument(document, today) }];
  });
  const sure = states.filter(({ state }) => holds(state) || state === "upcoming");
  const open = states.filter(({ state }) => isDoubtful(state)).length;
  const confirmed = sure.filter(({ document }) => document.validity?.known === "confirmed").length;
  const documents = sure.length + open;
  return {
    documents,
    confirmed,
    stated: sure.length - confirmed,
    open,
    fen: sure.flatMap(({ followers }) => followers).reduce((sum, itemId) => sum + fenOf(itemId), 0n),
    share: documents === 0 ? 0 : sure.length / documents,
  };
}
