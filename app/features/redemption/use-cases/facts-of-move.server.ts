import type { MoveFacts } from "../domain/move-facts";
import { readAnnounced } from "~/features/calendar/use-cases/calendar-years.server";
import type { Deps } from "~/platform/context.server";
import { findParties } from "../adapters/case-record.repository.server";
import type { CaseRow } from "../adapters/case.repository.server";
import type { Advanced } from "./advance-case.server";

/** What a move began, where it did. */
export type Begun = Pick<MoveFacts, "publicity" | "correction">;

/** What is true of a case at a move, for the documents it calls for; `next` is the row after it. */
export async function factsOfMove(
  { tx }: Pick<Deps, "tx">,
  { advance }: Advanced,
  next: CaseRow,
  begun: Begun,
): Promise<MoveFacts> {
  const { promisedOn, claimedFen, approvedFen } = next;
  return {
    ...(await findParties(tx, next.enterpriseId, next.bankAccountId)),
    promisedOn,
    announced: (await readAnnounced({ tx })).map(({ year }) => year),
    claimedFen: claimedFen?.toString() ?? null,
    approvedFen: approvedFen?.toString() ?? null,
    rejectionReason: advance.set?.rejectionReason ?? null,
    sumReason: advance.set?.sumReason ?? null,
    ...begun,
  };
}
