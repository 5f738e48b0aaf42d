import { openYearsDaily } from "~/features/calendar/use-cases/calendar-years.server";
import { sealDaily } from "~/features/audit/use-cases/seal-log.server";
import { watchStep } from "~/features/audit/use-cases/watch-worker.server";
import { issueCaseDocument } from "~/features/documents/use-cases/issue-case-document.server";
import { issuing } from "~/features/documents/use-cases/issuing.server";
import { applyDelivery, takeBackDelivery } from "~/features/deliveries/use-cases/apply-delivery.server";
import { checkDelivery } from "~/features/deliveries/use-cases/check-delivery.server";
import { countStakesDaily } from "~/features/matching/use-cases/count-stakes.server";
import { rematchEnterprise } from "~/features/matching/use-cases/rematch-enterprise.server";
import { rematchDaily } from "~/features/matching/use-cases/rematch-daily.server";
import { rematchItems } from "~/features/matching/use-cases/rematch-items.server";
import { remindDaily } from "~/features/matching/use-cases/remind-closing.server";
import { urgeDaily } from "~/features/treasury/use-cases/urge-recovery.server";
import { serveFreed } from "~/features/redemption/use-cases/serve-waiting.server";
import { mailPasswordLink } from "~/features/identity/use-cases/mail-password-link.server";
import { createMailer } from "~/features/notices/adapters/mail-gateway.server";
import { deliverNotice } from "~/features/notices/use-cases/deliver-notice.server";
import { mailAddress } from "~/features/notices/use-cases/mail-address.server";
import { mailNotice } from "~/features/notices/use-cases/mail-notice.server";
import { endDueItems } from "~/features/policies/use-cases/end-items.server";
import { followPublications } from "~/features/policies/use-cases/follow-publications.server";
import { payInstalments, payInstalmentsDaily } from "~/features/redemption/use-cases/pay-instalment.server";
import { remindInstalmentsDaily } from "~/features/redemption/use-cases/remind-instalments.server";
import { remindObligationsDaily } from "~/features/redemption/use-cases/remind-obligations.server";
import { keepSelectionsDaily } from "~/features/redemption/use-cases/selection-work.server";
import { keepDocumentTasksDaily } from "~/features/validity/use-cases/keep-document-tasks.server";
import { remindOfficesDaily } from "~/features/validity/use-cases/remind-offices.server";
import { publishDueDrafts } from "~/features/workbench/use-cases/publish-draft.server";
import type { Actor } from "~/access/actor";
import { publicAddress } from "~/platform/public-address.server";
import { perform } from "~/platform/transact.server";
import { isUuid } from "~/kernel/uuid";
import { Refusal } from "~/kernel/refusal";
import type { OutboxHandlers, OutboxWatch, Round } from "~/platform/worker.server";
import { closeTrouble, openTrouble } from "~/features/work/use-cases/open-trouble.server";
import { reportRound } from "~/features/work/use-cases/report-round.server";
import { closeRecoveries } from "~/features/redemption/use-cases/recover-case.server";
import { linkMail } from "~/features/redemption/use-cases/request-objection.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { lookForUnattended } from "~/features/work/use-cases/notify-of-unattended.server";
import { warnDaily } from "~/features/work/use-cases/warn-overdue.server";
import { expiries, subjects } from "~/contexts.server";
import { speak } from "~/words/i18n.server";
import type { Shared } from "./process";

const worker: Actor = { kind: "system", name: "worker" };

/** Where each outbox topic and each timed duty is carried out. */
export function outboxHandlers(shared: Shared): {
  handlers: OutboxHandlers;
  rounds: readonly Round[];
  watch: OutboxWatch;
} {
  const mailing = { mailer: createMailer(shared.env), publicUrl: publicAddress(shared.env), speak };
  return {
    watch: {
      dead: (tx, message) =>
        openTrouble(
          { ...shared, tx, actor: worker },
          {
            kind: "message",
            subject: message.id,
            step: message.topic,
            office: null,
            reason: message.error instanceof Refusal ? message.error.code : "request.failed",
            detail: String(message.error).slice(0, 500),
            applicationId: caseOf(message.payload),
          },
        ),
      recovered: (tx, { id }) => closeTrouble({ ...shared, tx, actor: worker }, { kind: "message", subject: id }),
    },
    handlers: watched(shared, {
      notice: (order) => perform(shared, worker, (deps) => deliverNotice(deps, order)),
      mail: ({ noticeId }) => mailNotice({ ...mailing, tx: shared.prisma }, noticeId),
      "mail-address": (mail) => mailAddress({ ...mailing, at: shared.clock.now() }, mail),
      "objection-link": async ({ requestId }) => {
        const key = Buffer.from(shared.env.DATA_KEY, "base64");
        const mail = await linkMail({ tx: shared.prisma }, key, requestId);
        if (mail) await mailAddress({ ...mailing, at: shared.clock.now() }, mail);
      },
      "password-link": (order) => mailPasswordLink({ ...shared, ...mailing }, order),
      document: (order) => perform(shared, worker, (deps) => issueCaseDocument({ ...deps, ...issuing(shared) }, order)),
      "serve-waiting": async ({ envelopeIds }) => {
        await payInstalments(shared, worker);
        await serveFreed(shared, worker, envelopeIds);
      },
      "rematch-enterprise": async ({ enterpriseId, reason }) => {
        await perform(shared, worker, (deps) => rematchEnterprise(deps, enterpriseId, reason));
      },
      ...deliveryHandlers(shared),
      "rematch-items": async ({ itemIds, reason }) => {
        // the publication that ordered this may be newer than the last round
        await follow(shared);
        await rematchItems(shared, worker, itemIds, reason);
      },
    }),
    rounds: Object.entries({
      publications: () => follow(shared),
      drafts: publishDueDrafts(shared),
      ends: () => endDueItems(shared, worker),
      deadlines: () => runDeadlines(shared, expiries),
      recoveries: () => closeRecoveries(shared),
      calendar: openYearsDaily(shared),
      warnings: warnDaily(shared, subjects),
      unattended: lookForUnattended(shared, subjects),
      urging: urgeDaily(shared),
      obligations: remindObligationsDaily(shared, worker),
      instalments: payInstalmentsDaily(shared, worker),
      conditions: remindInstalmentsDaily(shared, worker),
      selections: keepSelectionsDaily(shared, worker),
      matches: rematchDaily(shared),
      reminders: remindDaily(shared),
      offices: remindOfficesDaily(shared),
      documents: keepDocumentTasksDaily(shared, worker),
      stakes: countStakesDaily(shared, worker),
      seals: sealDaily(shared, shared.env.AUDIT_ROOT_DIR),
    }).map(
      ([name, round]) =>
        () =>
          watchStep(shared, worker, { route: `round/${name}`, key: null }, () =>
            reportRound(shared, worker, name, round),
          ),
    ),
  };
}

/** Milliseconds that a delivery of 100,000 rows may take, which enters the register whole. */
const longestDelivery = 900_000;

/** What is done with a delivery of data: its effect is worked out, it enters the register, it is taken back out. */
function deliveryHandlers(shared: Shared) {
  const on =
    (work: typeof checkDelivery) =>
    ({ deliveryId }: { deliveryId: string }) =>
      perform(shared, worker, (deps) => work({ ...deps, storage: shared.storage }, deliveryId), longestDelivery);
  return {
    "check-delivery": on(checkDelivery),
    "apply-delivery": on(applyDelivery),
    "take-back-delivery": on(takeBackDelivery),
  };
}

/** Handlers whose refusals stand in the log, under the case, notice or firm they are about. */
function watched(shared: Shared, handlers: OutboxHandlers): OutboxHandlers {
  const watch = ([topic, handle]: [string, (payload: never) => Promise<void>]) => [
    topic,
    (payload: never) =>
      watchStep(shared, worker, { route: `outbox/${topic}`, key: keyOf(payload) }, () => handle(payload)),
  ];
  return Object.fromEntries(Object.entries(handlers).map(watch)) as OutboxHandlers;
}

function caseOf(payload: unknown): string | null {
  const { applicationId } = payload as { applicationId?: unknown };
  return typeof applicationId === "string" && isUuid(applicationId) ? applicationId : null;
}

function keyOf(payload: {
  applicationId?: string;
  noticeId?: string;
  enterpriseId?: string;
  dedupKey?: string;
}): string | null {
  return payload.applicationId ?? payload.noticeId ?? payload.enterpriseId ?? payload.dedupKey ?? null;
}

/** Puts what was published meanwhile, here or by another process, into the memory of this process. */
async function follow(shared: Shared): Promise<void> {
  shared.catalogue = await followPublications(shared.prisma, shared.catalogue);
}
