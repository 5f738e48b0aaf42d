import { amountOf } from "~/features/matching/domain/amount/amount";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import type { UserActor } from "~/access/actor";
import { pinnedYear, rewardedOn } from "~/features/policies/domain/claim-span";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import type { Frozen } from "~/features/redemption/domain/submission";
import { advanceCase, machineOf } from "~/features/redemption/use-cases/advance-case.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { createDraft, firmsWithCase, nextSerial } from "~/features/applications/adapters/application.repository.server";
import { applicationNumber } from "~/features/applications/domain/application-number";
import { holdClaim } from "~/features/redemption/use-cases/hold-claim.server";

/** `basis` is what an unknown condition rests on. */
export type ListedCase = {
  published: PublishedItem;
  enterpriseId: string;
  fen: bigint;
  /** why it is not the rule's */ sumReason: string | null;
  listId: string;
  verdict: "eligible" | "unknown" | "ineligible";
  basis: { file: string; number: string } | null;
};

/**
 * Opens an apply-free case from a line of a department's list: facts frozen, number given, credit checked at once.
 * @throws Refusal `applications.claimed` (409) where the firm had it meanwhile
 */
export async function listFirm(
  deps: Deps & { actor: UserActor },
  { published, enterpriseId, fen, sumReason, listId, verdict, basis }: ListedCase,
): Promise<void> {
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const year = yearOf(today);
  const profile = await readProfile(deps, enterpriseId);
  const { received } = await holdClaim(deps, {
    applicationId: null,
    enterpriseId,
    item: published.item,
    year: rewardedOn(published.item, today),
    place: null,
    facts: profile.facts,
    caseFacts: {},
  });
  const frozen = { facts: profile.facts, records: profile.records, received, asOf: today };
  const { id } = await createDraft(deps.tx, {
    enterpriseId,
    itemId: published.item.id,
    itemVersionId: published.versionId,
    year,
    rewardedYear: pinnedYear(published.item, today),
    state: "draft",
    ...machineOf(published.redemption),
    listId,
    listVerdict: verdict === "eligible" ? "met" : verdict,
    ...(basis ? { listBasis: basis } : {}),
    createdById: deps.actor.userId,
    createdAt: now,
  });
  await advanceCase(deps, {
    where: { id },
    event: { type: "LISTED", actorId: deps.actor.userId },
    idempotencyKey: `list:${listId}`,
    set: {
      number: applicationNumber(year, await nextSerial(deps.tx)),
      submittedAt: deps.clock.now(),
      promisedOn: await dueDay(
        deps,
        today,
        published.redemption.promisedWorkingDays + published.redemption.publicityWorkingDays,
      ),
      claimedFen: fen,
      sumReason,
      nature: "cash",
      firstReviewerId: deps.actor.userId,
    },
    submission: {
      seq: 1,
      kind: "listed",
      frozen: JSON.parse(canonicalJson(frozen)) as Frozen,
      ruleFen: amountOf(published.item, profile.facts, received).fen,
      materials: [],
      account: null,
      pledged: false,
    },
  });
}

/** Which of these firms have a case of the item this year under way. */
export function listedAlready(
  deps: Pick<Deps, "tx" | "clock">,
  enterpriseIds: readonly string[],
  item: PolicyItem,
): Promise<Set<string>> {
  return firmsWithCase(deps.tx, enterpriseIds, item.id, rewardedOn(item, shanghaiDay(deps.clock.now())));
}
