import type { MoveFacts } from "../domain/move-facts";
import { readAnnounced } from "~/features/calendar/use-cases/read-calendar.server";
import type { Deps } from "~/platform/context.server";
import type { CaseRow } from "../adapters/case.repository.server";
import type { Advanced } from "./advance-case.server";

/** What a move began, where it did. */
export type Begun = Pick<MoveFacts, "publicity" | "correction">;

/** What is true of a case at a move, for the documents it calls for; `next` is the row after it. */
export async function factsOfMove(
  deps: Pick<Deps, "tx">,
  { advance }: Advanced,
  next: CaseRow,
  begun: Begun,
): Promise<MoveFacts> {
  const { firmName, firmCode, firmRegion, account, promisedOn, claimedFen, approvedFen } = next;
  return {
    firm: { name: firmName, creditCode: firmCode, regionCode: firmRegion },
    account,
    promisedOn,
    announced: (await readAnnounced(deps)).map(({ year }) => year),
    claimedFen: claimedFen?.toString() ?? null,
    approvedFen: approvedFen?.toString() ?? null,
    rejectionReason: advance.set?.rejectionReason ?? null,
    sumReason: advance.set?.sumReason ?? null,
    ...begun,
  };
}
