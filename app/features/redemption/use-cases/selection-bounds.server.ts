import { lockFirmClaims } from "~/features/claims/use-cases/lock-firm-claims.server";
import { readPayable } from "~/features/funds/use-cases/read-payable.server";
import type { UserActor } from "~/access/actor";
import { endedOn } from "~/features/policies/domain/offer";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { sharersOf } from "~/features/policies/domain/quota";
import { sayYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { CaseRow } from "../adapters/case.repository.server";
import type { candidates } from "../adapters/ranking.repository.server";
import { lockQuotaOf, readQuotaLeft, requireRoom } from "./hold-quota.server";
import { holdForSteps } from "./hold-case.server";
import { holdCaseSum, readCaseClaim } from "./hold-case-claim.server";
import type { RankedLine } from "../domain/ranking";

export type Official = Deps & { actor: UserActor };
/** `barred`: why the case can't be or isn't chosen, in words of its refusal. */
export type StoredLine = Omit<RankedLine, "fen" | "approvedFen"> & {
  fen: string;
  approvedFen: string;
  barred?: string;
};

/** What a selection may give for an item at the most: what the envelopes can pay and the quota's pool leaves. */
export async function readMost(
  deps: Pick<Official, "tx" | "catalogue">,
  published: PublishedItem,
  year: number,
): Promise<bigint> {
  const payable = await readPayable(deps, { itemId: published.item.id, year });
  const left = (await readQuotaLeft(deps, published, year))?.fen ?? null;
  return left !== null && left < payable ? left : payable;
}

/** @throws Refusal `redemption.pool-over` (409) where the envelopes can't pay as much, or the quota's pool doesn't hold it */
export async function requirePayable(
  deps: Official,
  published: PublishedItem,
  year: number,
  fen: bigint,
): Promise<void> {
  const most = await readMost(deps, published, year);
  if (fen > most) throw new Refusal("redemption.pool-over", 409, { left: sayYuan(most, "zh") });
}

export type Waiting = Awaited<ReturnType<typeof candidates>>[number];

/** A waiting case with what its firm's other cases leave of it. */
export async function standingOf(deps: Official, item: PolicyItem, year: number, each: Waiting) {
  const fen = each.approvedFen ?? 0n;
  const ended = each.submittedAt && endedOn(item, shanghaiDay(each.submittedAt));
  if (ended) return { fen: 0n, barred: `提交时政策已于 ${ended} 截止。` };
  const { bars, leftFen } = await readCaseClaim(deps, { id: each.id, enterpriseId: each.enterpriseId, item, year });
  if (bars.length > 0)
    return { fen: 0n, barred: `与 ${bars.map(({ claim }) => claim.number).join("、")} 重复，不能再享受。` };
  return { fen: leftFen !== null && leftFen < fen ? leftFen : fen, barred: undefined };
}

/**
 * Holds everything chosen: the cases, their firms' claims, and the money. Gives the cases of all lines, locked.
 * @throws Refusal `applications.claimed`, `applications.claim-left`, `redemption.quota-used`, `redemption.quota-short`,
 *   `redemption.pool-over` (409)
 */
export async function holdSelected(
  deps: Official,
  { published, year, roundId }: { published: PublishedItem; year: number; roundId: string },
  lines: readonly StoredLine[],
): Promise<ReadonlyMap<string, CaseRow>> {
  const steps = lines.map(({ applicationId }) => ({ id: applicationId, idempotencyKey: `selection:${roundId}` }));
  const locked = await holdForSteps(deps, steps);
  const chosen = lines.filter(({ selected }) => selected);
  const firmOf = ({ applicationId }: StoredLine) => locked.get(applicationId)?.enterpriseId ?? "";
  await lockFirmClaims(deps, chosen.map(firmOf));
  await lockQuotaOf(deps, published);
  requireRoom(await readQuotaLeft(deps, published, year), chosen.length, sumOf(chosen));
  for (const member of sharersOf(published, deps.catalogue.items)) {
    const own = chosen.filter(({ applicationId }) => locked.get(applicationId)?.itemId === member.item.id);
    await requirePayable(deps, member, year, sumOf(own));
    for (const line of own)
      await holdCaseSum(
        deps,
        { id: line.applicationId, enterpriseId: firmOf(line), item: member.item, year },
        BigInt(line.approvedFen),
      );
  }
  return locked;
}

function sumOf(lines: readonly StoredLine[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.approvedFen), 0n);
}
