import { requireCode } from "~/features/enterprises/use-cases/require-code.server";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { requireNotExcluded } from "~/features/redemption/use-cases/check-credit.server";
import { requireQuota } from "~/features/redemption/use-cases/hold-quota.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { nextSerial } from "../adapters/application.repository.server";
import { applicationNumber } from "../domain/application-number";
import { handIn } from "./hand-in.server";
import { closedRefusal } from "~/features/policies/use-cases/closed-refusal.server";
import { draftClosed, type Draft } from "./read-draft.server";
import { readConfig } from "~/features/policies/domain/stored-item";

/**
 * Submits a complete draft: binding check, frozen facts, number, promised day, first department. Sending it twice
 * with the same key submits once. It is paid to the account its page shows; `shownAccount` is the one the sender saw.
 * @throws Refusal `applications.incomplete` (422), `applications.account-changed`, `applications.ended`,
 *   `applications.expired`, `applications.doubtful`, `applications.upcoming`, `applications.claimed`,
 *   `applications.quota-used` (409), and those of the
 *   eligibility check
 */
export async function submitApplication(
  deps: Deps,
  draft: Draft,
  idempotencyKey: string,
  shownAccount?: string,
): Promise<void> {
  const sent = await holdCase(deps, draft.row.id, idempotencyKey);
  if (sent || draft.row.state !== "draft") return repeat(deps, draft, idempotencyKey);
  requireOpenTerm(deps, draft);
  const missing = Object.values(draft.progress).flatMap((section) => section.missing);
  if (missing.length > 0) throw new Refusal("applications.incomplete", 422, { missing: missing.join("、") });
  const account = requireAccount(draft, shownAccount);
  const published = deps.catalogue.byId.get(draft.item.id);
  if (published) await requireQuota(deps, published, draft.row.year);
  await requireNotExcluded(deps, draft.row.enterpriseId);
  await requireCode(deps, draft.row.enterpriseId);
  const { submission, sum } = await handIn(deps, draft, 1);
  const now = deps.clock.now();
  const config = readConfig(draft.row.itemVersion.redemption);
  await advanceCase(deps, {
    where: { id: draft.row.id, enterpriseId: draft.row.enterpriseId },
    event: { type: "SUBMIT" },
    idempotencyKey,
    set: {
      number: applicationNumber(draft.row.year, await nextSerial(deps.tx)),
      submittedAt: now,
      promisedOn: await dueDay(
        deps,
        shanghaiDay(now),
        config.promisedWorkingDays + (config.workflow === "fastTrack" ? config.publicityWorkingDays : 0),
      ),
      claimedFen: sum.fen,
      nature: sum.nature,
      bankAccountId: account.id,
    },
    submission,
  });
}

/**
 * The account a draft shows as in use.
 * @throws Refusal `applications.no-account` (422), `applications.account-changed` (409) where the sender saw another
 */
export function requireAccount({ account }: Pick<Draft, "account">, shown?: string): { id: string } {
  if (!account) throw new Refusal("applications.no-account", 422);
  if (shown !== undefined && shown !== account.id) throw new Refusal("applications.account-changed");
  return account;
}

/** @throws Refusal `applications.ended` (409) with the last day on which it could be sent, or why its item is not in force */
function requireOpenTerm(deps: Deps, draft: Draft): void {
  const closed = draftClosed(deps, draft);
  if (closed) throw closedRefusal(closed);
}

/** A second sending: the stored transition answers, anything else is refused by the machine. */
async function repeat(deps: Deps, draft: Draft, idempotencyKey: string): Promise<void> {
  await advanceCase(deps, {
    where: { id: draft.row.id, enterpriseId: draft.row.enterpriseId },
    event: { type: "SUBMIT" },
    idempotencyKey,
  });
}
