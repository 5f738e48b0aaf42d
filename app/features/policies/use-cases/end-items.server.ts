import { recordAudit } from "~/features/policies/audited.server";
import type { Actor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { endedItems, withdrawItem } from "../adapters/policy.repository.server";

/** A round that ends items on the day after their last one; it begins no transaction where there is nothing to end. */
export async function endDueItems(process: Performing, actor: Actor): Promise<void> {
  const due = await endedItems(process.prisma, shanghaiDay(process.clock.now()));
  if (due.length > 0) await perform(process, actor, endItems);
}

/** Takes items out of what is offered on the day after their planned last day, and out of what firms were told. @returns their ids */
export async function endItems(deps: Deps): Promise<string[]> {
  const ended: string[] = [];
  for (const { id, versionId, endsOn } of await endedItems(deps.tx, shanghaiDay(deps.clock.now()))) {
    if (!(await withdrawItem(deps.tx, id, versionId, deps.clock.now()))) continue;
    await recordAudit(deps, { action: "policy-item.ended", subject: { type: "policy-item", id }, after: { endsOn } });
    ended.push(id);
  }
  if (ended.length > 0)
    await enqueue(deps, {
      topic: "rematch-items",
      payload: { itemIds: ended, reason: { kind: "publication", ref: null } },
    });
  return ended;
}
