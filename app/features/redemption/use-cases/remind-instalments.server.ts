import type { Actor } from "~/access/actor";
import { instalmentsOf } from "~/features/policies/domain/instalment";
import { itemName } from "~/features/policies/domain/item-name";
import { readItem } from "~/features/policies/domain/stored-item";
import { reconcileWork } from "~/features/work/use-cases/reconcile-work.server";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { conditionsUntil, type InstalmentRow } from "../adapters/instalment.repository.server";
import { askedDays } from "../domain/instalment";
import { workOfConditions } from "./condition-work.server";

/** A round that once a day brings conditions of later parts to the offices that confirm them. */
export function remindInstalmentsDaily(process: Performing & Pick<Deps, "clock">, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, remindInstalments));
}

/** A condition becomes work of its office a month before its part is due, at once where that has no day; the office is told of it. */
export async function remindInstalments(deps: Deps): Promise<void> {
  const rows = await conditionsUntil(deps.tx, addDays(shanghaiDay(deps.clock.now()), askedDays));
  const opened = new Set(
    (await reconcileWork(deps, "condition", workOfConditions(rows))).map((each) => each.subjectId),
  );
  await enqueueAll(deps, rows.filter(({ id }) => opened.has(id)).flatMap(toOffice));
}

function toOffice({ id, place, dueOn, departmentId, regionCode, application }: InstalmentRow): OutboxMessage[] {
  const item = readItem(application.itemVersion.content);
  const condition = instalmentsOf(item.amount)[place]?.condition;
  if (!condition) return [];
  return [
    {
      topic: "notice",
      payload: {
        to: { office: { departmentId, regionCode }, needs: "review:application:department" },
        kind: dueOn === null ? "instalmentToConfirm" : "instalmentAsked",
        params: {
          item: itemName(item),
          firm: application.enterprise.name,
          number: place + 1,
          what: condition,
          ...(dueOn === null ? {} : { day: dueOn }),
        },
        href: "/desk/instalments",
        dedupKey: `instalment-asked:${id}`,
      },
    },
  ];
}
