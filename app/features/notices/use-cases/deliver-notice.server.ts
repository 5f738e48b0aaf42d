import type { Deps } from "~/platform/context.server";
import type { NoticeOrder } from "../domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import { addOnce, recipientsOf } from "../adapters/notice.repository.server";

/** Tells every person meant, once each, and has those with an address written to. Running it again tells nobody. */
export async function deliverNotice(deps: Pick<Deps, "tx" | "clock" | "random">, order: NoticeOrder): Promise<void> {
  const { kind, params, href, dedupKey } = order;
  const recipients = await recipientsOf(deps.tx, order.to);
  if (recipients.length === 0) return;
  const createdAt = deps.clock.now();
  const fresh = await addOnce(
    deps.tx,
    recipients.map(({ id }) => ({ id: deps.random.uuid(), userId: id, kind, params, href, dedupKey, createdAt })),
  );
  const reachable = new Set(recipients.filter(({ email }) => email).map(({ id }) => id));
  for (const { id, userId } of fresh) {
    if (reachable.has(userId)) await enqueue(deps, { topic: "mail", payload: { noticeId: id } });
  }
}
