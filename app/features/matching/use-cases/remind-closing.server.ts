import { itemName } from "~/features/policies/domain/item-name";
import { closesOn } from "~/features/policies/domain/offer";
import { addDays, yearOf, type PlainDate } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { transact } from "~/platform/db.server";
import { onceADay } from "~/platform/once-a-day";
import { firmsThatMayApply } from "../adapters/match.repository.server";

type Process = Pick<AppContext, "prisma" | "clock" | "catalogue">;

/** Days before the end of a window on which firms are reminded. */
const noticeDays = 14;

/** A round that reminds once a day; the notices themselves are told only once for each closing day. */
export function remindDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, (today) => remindClosing(process, today));
}

/** Tells firms that are eligible and have not applied which items close within two weeks. */
export async function remindClosing(process: Process, today: PlainDate): Promise<void> {
  const last = addDays(today, noticeDays);
  for (const { item } of process.catalogue.items) {
    const day = closesOn(item, today);
    if (day === null || day < today || day > last) continue;
    await transact(process.prisma, async (tx) => {
      for (const enterpriseId of await firmsThatMayApply(tx, item.id, yearOf(today))) {
        await enqueue(
          { tx, clock: process.clock },
          {
            topic: "notice",
            payload: {
              to: { enterpriseId },
              kind: "matchClosing",
              params: { item: itemName(item), day },
              href: `/firm/matches/${item.id}`,
              dedupKey: `closing:${item.id}:${day}`,
            },
          },
        );
      }
    });
  }
}
