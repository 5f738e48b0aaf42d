import type { NoticeKind } from "~/features/notices/domain/notice-kinds";
import { rowName } from "~/features/policies/domain/item-name";
import type { Deps } from "~/platform/context.server";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { objectorsOf } from "../adapters/objection.repository.server";

const kinds = {
  received: "objectionReceived",
  admitted: "objectionAdmitted",
  refused: "objectionRefused",
  dismissed: "objectionDismissed",
  upheld: "objectionUpheld",
} as const satisfies Record<string, NoticeKind>;

/** Tells those who raised objections what became of them: by a notice who was signed in, by mail who gave an address. */
export async function notifyObjectors(
  deps: Pick<Deps, "tx" | "clock">,
  ids: readonly string[],
  step: keyof typeof kinds,
): Promise<void> {
  if (ids.length === 0) return;
  const messages = (await objectorsOf(deps.tx, ids)).flatMap((row): OutboxMessage[] => {
    const { id, userId, email, objector: name, answer, dueOn, application } = row;
    const params = { firm: application.enterprise.name, item: rowName(application.item), reason: answer, day: dueOn };
    const notice = { kind: kinds[step], params, href: `/objections/${id}` };
    if (userId)
      return [{ topic: "notice", payload: { ...notice, to: { userId }, dedupKey: `objection:${id}:${step}` } }];
    return email ? [{ topic: "mail-address", payload: { ...notice, id: `${id}-${step}`, to: email, name } }] : [];
  });
  if (messages.length > 0) await enqueueAll(deps, messages);
}
