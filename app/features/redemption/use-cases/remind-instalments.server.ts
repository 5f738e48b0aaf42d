import { instalmentsOf } from "~/features/policies/domain/instalment";
import { itemName } from "~/features/policies/domain/item-name";
import { readItem } from "~/features/policies/domain/stored-item";
import { addDays, type PlainDate } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { transact, type Tx } from "~/platform/db.server";
import { onceADay } from "~/platform/once-a-day";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { conditionsUntil, type InstalmentRow } from "../adapters/instalment.repository.server";
import { askedDays, askedOn } from "../domain/instalment";

type Process = Pick<AppContext, "prisma" | "clock">;

/** A round that once a day asks offices for the conditions of later parts, and reminds them where the day is over. */
export function remindInstalmentsDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, (today) =>
    transact(process.prisma, (tx) => remindInstalments({ ...process, tx }, today)),
  );
}

/** Each condition is asked once, and reminded of once when its day is over. */
export async function remindInstalments(deps: Pick<Process, "clock"> & { tx: Tx }, today: PlainDate): Promise<void> {
  const rows = await conditionsUntil(deps.tx, addDays(today, askedDays));
  await enqueueAll(
    deps,
    rows.flatMap((row) => messages(row, today)),
  );
}

function messages(
  { id, place, dueOn, departmentId, regionCode, application }: InstalmentRow,
  today: PlainDate,
): OutboxMessage[] {
  const word = askedOn(dueOn, today);
  const item = readItem(application.itemVersion.content);
  const condition = instalmentsOf(item.amount)[place]?.condition;
  if (word === null || !condition) return [];
  const kind = word === "late" ? "instalmentLate" : dueOn === null ? "instalmentToConfirm" : "instalmentAsked";
  return [
    {
      topic: "notice",
      payload: {
        to: { office: { departmentId, regionCode }, needs: "review:application:department" },
        kind,
        params: {
          item: itemName(item),
          firm: application.enterprise.name,
          number: place + 1,
          what: condition,
          ...(dueOn === null ? {} : { day: dueOn }),
        },
        href: "/desk/instalments",
        dedupKey: `instalment-${word}:${id}`,
      },
    },
  ];
}
