import { recordAudit } from "~/features/applications/audited.server";
import { actorId } from "~/access/actor";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { pinnedYear, rewardedOn } from "~/features/policies/domain/claim-span";
import { closedOn } from "~/features/policies/domain/offer";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { onceOf } from "~/features/policies/domain/once";
import { machineOf } from "~/features/redemption/use-cases/advance-case.server";
import { requireNotExcluded } from "~/features/redemption/use-cases/check-credit.server";
import { requireQuota } from "~/features/redemption/use-cases/hold-quota.server";
import { startDraftTerm } from "~/features/redemption/use-cases/keep-waits.server";
import type { Prisma } from "~/generated/prisma/client";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { createDraft, findOpen } from "../adapters/application.repository.server";
import { copyMaterials, findEarlier } from "../adapters/discarded-draft.repository.server";
import { deedFacts } from "~/features/claims/domain/deed";
import { closedRefusal } from "~/features/policies/use-cases/closed-refusal.server";
import { discardDraft } from "./discard-draft.server";
import { readClaim, requireOpen, type CheckedClaim } from "~/features/redemption/use-cases/hold-claim.server";

type PublishedItem = NonNullable<ReturnType<Deps["catalogue"]["byId"]["get"]>>;
export type Start = { enterpriseId: string; itemId: string; anew: boolean; seen?: Date; copyOf?: string };

/** `discarded` names what was thrown away for it and can be brought back. */
export type Started = { id: string; state: string; discarded: string | null };

/** The firm's open application of this year for an item, if there is one. @throws Refusal `policies.not-found` (404) */
export async function readOpen(deps: Pick<Deps, "tx" | "clock" | "catalogue">, enterpriseId: string, itemId: string) {
  const published = deps.catalogue.byId.get(itemId);
  if (!published) throw new Refusal("policies.not-found", 404);
  return findOpen(deps.tx, enterpriseId, itemId, rewardedOn(published.item, shanghaiDay(deps.clock.now())));
}

/**
 * The firm's open application of this year for an item, or a new draft on the item's present version. `anew` throws an
 * unfinished draft away first, unless it was saved after `seen`; `copyOf` begins with the answers and materials of an
 * earlier application of the item.
 * @throws Refusal `policies.not-found` (404), `applications.not-offered`, `applications.claims-shut`,
 *   `applications.quota-used`, `applications.draft-changed` (409), `applications.apply-free` (409) where the
 *   department's list comes to the firm,
 *   `applications.claimed` (409) where it was had as often as it may be
 */
export async function startDraft(deps: Deps, { enterpriseId, itemId, anew, seen, copyOf }: Start): Promise<Started> {
  const open = await readOpen(deps, enterpriseId, itemId);
  if (open && !(anew && open.state === "draft")) return { ...open, discarded: null };
  const published = deps.catalogue.byId.get(itemId);
  if (!published) throw new Refusal("applications.not-offered");
  requireTaken(deps, published.item);
  if (published.redemption.workflow === "applyFree") throw new Refusal("applications.apply-free");
  await requireQuota(deps, published, yearOf(shanghaiDay(deps.clock.now())));
  await requireNotExcluded(deps, enterpriseId);
  requireOpen(await readNewClaim(deps, enterpriseId, published.item));
  const discarded = open ? await discardDraft(deps, enterpriseId, open.id, seen) : null;
  const id = await begin(deps, { enterpriseId, itemId, copyOf }, published);
  return { id, state: "draft", discarded };
}

/** @throws Refusal `applications.claims-shut` (409) with the day on which claims open, `applications.not-offered` */
function requireTaken({ clock }: Pick<Deps, "clock">, item: PolicyItem): void {
  const closed = closedOn(item, shanghaiDay(clock.now()));
  if (closed?.reason === "claimsShut") throw closedRefusal(closed);
  if (closed) throw new Refusal("applications.not-offered");
}

/** What counts against an application a firm has not begun: its answers are not known yet. */
export async function readNewClaim(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseId: string,
  item: PolicyItem,
): Promise<CheckedClaim> {
  const { facts } = await readProfile(deps, enterpriseId);
  return readClaim(deps, {
    applicationId: null,
    enterpriseId,
    item,
    year: rewardedOn(item, shanghaiDay(deps.clock.now())),
    place: null,
    facts,
    caseFacts: deedFacts(item, onceOf(item, deps.catalogue.registry.once)).length > 0 ? null : {},
  });
}

async function begin(
  deps: Deps,
  { enterpriseId, itemId, copyOf }: Omit<Start, "anew">,
  published: PublishedItem,
): Promise<string> {
  const now = deps.clock.now();
  const earlier = copyOf && isUuid(copyOf) ? await findEarlier(deps.tx, copyOf, enterpriseId, itemId) : null;
  const { id } = await createDraft(deps.tx, {
    enterpriseId,
    itemId,
    itemVersionId: published.versionId,
    year: yearOf(shanghaiDay(now)),
    rewardedYear: pinnedYear(published.item, shanghaiDay(now)),
    state: "draft",
    ...machineOf(published.redemption),
    createdById: actorId(deps.actor) ?? enterpriseId,
    createdAt: now,
    draftSavedAt: now,
    caseFacts: (earlier?.caseFacts ?? {}) as Prisma.InputJsonValue,
  });
  await startDraftTerm(deps, id, published.redemption);
  if (earlier) {
    await copyMaterials(
      deps.tx,
      id,
      earlier.materials.map(({ id: _id, ...material }) => material),
    );
    await recordAudit(deps, {
      action: "draft.copied",
      subject: { type: "application", id },
      enterpriseId,
      after: { from: copyOf ?? null },
    });
  }
  return id;
}
