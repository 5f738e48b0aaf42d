import { placeOf } from "~/features/claims/domain/claims";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { sensibleFacts } from "~/features/enterprises/domain/profile";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { onceOf } from "~/features/policies/domain/once";
import { closedOn, type Closed } from "~/features/policies/domain/offer";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { documentsOnFile } from "~/features/enterprises/use-cases/documents-on-file.server";
import { findDraft, lockDraft } from "../adapters/application.repository.server";
import { currentAccount, type AccountOwner } from "../adapters/account.repository.server";
import { readClaim, type ClaimOf, type CheckedClaim } from "~/features/redemption/use-cases/hold-claim.server";
import { deedFacts } from "~/features/claims/domain/deed";
import { draftProgress, factsToAsk, materialStates } from "../domain/draft-progress";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";

/** As `readDraft`, locked until the transaction ends. @throws Refusal `applications.not-found` (404) */
export async function holdDraft(deps: Pick<Deps, "tx" | "clock" | "catalogue">, id: string, enterpriseId: string) {
  const own = isUuid(id) ? await findDraft(deps.tx, id, enterpriseId) : null;
  if (own) await lockDraft(deps.tx, own.id);
  return readDraft(deps, id, enterpriseId);
}

/**
 * A draft with everything its pages show: the pinned item, what is asked, what is given, what is missing.
 * @throws Refusal `applications.not-found` (404)
 */
export async function readDraft(deps: Pick<Deps, "tx" | "clock" | "catalogue">, id: string, enterpriseId: string) {
  const row = isUuid(id) ? await findDraft(deps.tx, id, enterpriseId) : null;
  if (!row) throw new Refusal("applications.not-found", 404);
  const item = readItem(row.itemVersion.content);
  const [profile, held, account] = await Promise.all([
    readProfile(deps, enterpriseId),
    documentsOnFile(deps.tx, enterpriseId),
    currentAccount(deps.tx, ownerOf({ row, item })),
  ]);
  const today = shanghaiDay(deps.clock.now());
  const answers = sensibleFacts(row.caseFacts as Facts, today, deps.catalogue.registry.facts);
  const statedHere = new Set(
    profile.records.filter((record) => record.saidAt >= row.createdAt).map((record) => record.fact),
  );
  const { registry } = deps.catalogue;
  const deed = deedFacts(item, onceOf(item, registry.once));
  const asked = factsToAsk(item, registry.facts, profile.facts, statedHere, deed);
  const { workflow } = readConfig(row.itemVersion.redemption);
  // Fast-track takes the firm's commitment in place of materials; what it committed to is checked afterwards.
  const committed = workflow === "fastTrack" ? item.materials : [];
  const materials = workflow === "fastTrack" ? [] : materialStates(item, held, row.materials);
  const facts: Facts = { ...profile.facts, ...answers };
  const progress = draftProgress({
    asked,
    answers: facts,
    materials,
    hasAccount: account !== null,
    pledged: row.pledgedAt !== null,
  });
  return { row, item, profile, deed, asked, answers, materials, committed, account, progress, facts };
}

/** Whose account a draft asks for. */
export function ownerOf({ row, item }: { row: { id: string; enterpriseId: string }; item: PolicyItem }): AccountOwner {
  return { enterpriseId: row.enterpriseId, forApplicationId: item.beneficiary ? row.id : null };
}

/**
 * Why a draft can't be sent any more, by what is known of its item now; null while it can. What was submitted in time may
 * be corrected after it.
 */
export function draftClosed(
  { clock, catalogue }: Pick<Deps, "clock" | "catalogue">,
  { row, item }: Draft,
): Closed | null {
  if (row.state !== "draft") return null;
  const { withdrawnAt } = row.item;
  const current = catalogue.byId.get(item.id)?.item;
  if (!current && withdrawnAt) return { reason: "ended", day: shanghaiDay(withdrawnAt) };
  return closedOn(current ?? item, shanghaiDay(clock.now()), row.rewardedYear);
}

/** What counts against a draft, and what it may bring beside that. */
export function readDraftClaim(deps: Pick<Deps, "tx" | "catalogue">, draft: Draft): Promise<CheckedClaim> {
  return readClaim(deps, claimOf(draft));
}

/** A draft as a claim on money. */
export function claimOf({ row, item, facts, answers, deed }: Draft): ClaimOf {
  const isUntold = deed.length > 0 && deed.every((name) => answers[name] === undefined);
  return {
    applicationId: row.id,
    enterpriseId: row.enterpriseId,
    item,
    year: row.rewardedYear ?? row.year,
    place: row.state === "draft" ? null : placeOf("underWay", row),
    facts,
    caseFacts: isUntold ? null : answers,
  };
}

export type Draft = Awaited<ReturnType<typeof readDraft>>;
