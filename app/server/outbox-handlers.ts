import type { OutboxHandlers, Round } from "~/platform/worker.server";
import type { Shared } from "./process";

/** Where each outbox topic and each timed duty is carried out. */
export function outboxHandlers(_shared: Shared): { handlers: OutboxHandlers; rounds: readonly Round[] } {
  const notYet = async () => undefined;
  return { handlers: { notice: notYet, mail: notYet, "rematch-enterprise": notYet, "rematch-item": notYet }, rounds: [] };
}
