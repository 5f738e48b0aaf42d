import { groupSpanOf, onceOf } from "~/features/policies/domain/once";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import { claimsOf, type ClaimRow } from "../adapters/claim.repository.server";
import type { EarlierClaim } from "../domain/claims";
import { hasEnded } from "../domain/case-states";

/** What a firm has been paid, was promised or asks for, as it counts against another application of it. */
export async function readClaims(deps: Pick<Deps, "tx" | "catalogue">, enterpriseId: string): Promise<EarlierClaim[]> {
  return (await readClaimsByFirm(deps, [enterpriseId])).get(enterpriseId) ?? [];
}

/** The claims of each of these firms; firms without any are left out. */
export async function readClaimsByFirm(
  deps: Pick<Deps, "tx" | "catalogue">,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<string, EarlierClaim[]>> {
  const rows = await claimsOf(deps.tx, enterpriseIds);
  return new Map(
    [...groupBy(rows, (row) => row.enterpriseId)].map(([id, own]) => [id, own.flatMap((row) => heldOf(deps, row))]),
  );
}

/** Of an ended case only the money it left and the parts that follow count; of one under way, what it may still bring. */
function heldOf({ catalogue }: Pick<Deps, "catalogue">, row: ClaimRow): EarlierClaim[] {
  const open = !hasEnded(row.state);
  const promised = open ? (row.approvedFen ?? row.claimedFen ?? 0n) : row.heldFen + row.comingFen;
  if (!open && promised <= 0n) return [];
  const { id, number, itemId, title, year, submittedAt, exclusiveGroup, sharedCap } = row;
  const unsettled = open && row.decided ? ("approved" as const) : ("underWay" as const);
  return [
    {
      applicationId: id,
      number,
      itemId,
      title,
      year,
      rank: row.heldFen > 0n ? "paid" : unsettled,
      submittedAt,
      exclusiveGroup,
      sharedCap,
      ...spansOf(catalogue, itemId),
      stated: row.stated as Facts,
      fen: row.heldFen > promised ? row.heldFen : promised,
      cededFen: row.cededFen,
    },
  ];
}

/** Of an item that left the catalogue it is taken that it was had for good. */
function spansOf(
  { byId, registry }: Deps["catalogue"],
  itemId: string,
): Pick<EarlierClaim, "once" | "spanYears" | "group"> {
  const item = byId.get(itemId)?.item ?? registry.byId.get(itemId);
  if (!item) return { once: "ever", group: "firm" };
  const once = onceOf(item, registry.once);
  const span = once.spanYears === undefined ? {} : { spanYears: once.spanYears };
  return { once: once.once, ...span, group: groupSpanOf(item, once, registry.exclusiveGroups) };
}
