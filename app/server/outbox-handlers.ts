import { sealDaily } from "~/features/audit/use-cases/seal-log.server";
import { rematchEnterprise } from "~/features/matching/use-cases/rematch-enterprise.server";
import { rematchDaily } from "~/features/matching/use-cases/rematch-daily.server";
import { rematchItems } from "~/features/matching/use-cases/rematch-items.server";
import { remindDaily } from "~/features/matching/use-cases/remind-closing.server";
import { createMailer } from "~/features/notices/adapters/mail-gateway.server";
import { deliverNotice } from "~/features/notices/use-cases/deliver-notice.server";
import { mailNotice } from "~/features/notices/use-cases/mail-notice.server";
import type { Actor } from "~/features/identity/domain/actor";
import { perform } from "~/platform/transact.server";
import type { OutboxHandlers, Round } from "~/platform/worker.server";
import { runDeadlines } from "~/features/redemption/use-cases/run-deadlines.server";
import type { Shared } from "./process";

const worker: Actor = { kind: "system", name: "worker" };

/** Where each outbox topic and each timed duty is carried out. */
export function outboxHandlers(shared: Shared): { handlers: OutboxHandlers; rounds: readonly Round[] } {
  const mailer = createMailer(shared.env);
  return {
    handlers: {
      notice: (order) => perform(shared, worker, (deps) => deliverNotice(deps, order)),
      mail: ({ noticeId }) => mailNotice({ tx: shared.prisma, mailer, publicUrl: shared.env.PUBLIC_URL }, noticeId),
      "rematch-enterprise": async ({ enterpriseId, reason }) => {
        await perform(shared, worker, (deps) => rematchEnterprise(deps, enterpriseId, reason));
      },
      "rematch-items": ({ itemIds, reason }) => rematchItems(shared, worker, itemIds, reason),
    },
    rounds: [() => runDeadlines(shared), rematchDaily(shared), remindDaily(shared), sealDaily(shared, shared.env.AUDIT_ROOT_DIR)],
  };
}
