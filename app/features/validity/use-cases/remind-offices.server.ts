import { ordersUnheard } from "~/features/notices/use-cases/orders-unheard.server";
import type { PlainDate } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { transact, type Tx } from "~/platform/db.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { onceADay } from "~/platform/once-a-day";
import { documentsOf, type OfficeDocument } from "../domain/documents";
import { dutiesOn, nothingSettled, type Duty, type Settled } from "../domain/worklist";
import { readSettled } from "./read-settled.server";

type Process = Pick<AppContext, "prisma" | "clock" | "catalogue">;

/** What an office is reminded of, with the days a last one is ahead at most. */
const reminded = { ends7: 7, ends60: 60, ends180: 180, yearly: null } as const;

/** A round that reminds offices once a day; each office is told of each thing once. */
export function remindOfficesDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, (today) => transact(process.prisma, (tx) => remindOffices({ ...process, tx }, today)));
}

/** Tells the authors of an office which of its documents end in 180, 60 and 7 days, and which are due for confirmation again. */
export async function remindOffices(
  deps: Pick<Process, "clock" | "catalogue"> & { tx: Tx },
  today: PlainDate,
): Promise<void> {
  const remindersOf = (each: OfficeDocument, settled: Settled) =>
    dutiesOn(each.document, settled, today).flatMap((duty) => reminders(each, duty));
  // What was settled takes duties away and adds none that is reminded of: most documents need not be asked for.
  const documents = documentsOf(deps.catalogue).filter(
    (each) => each.followers.length > 0 && remindersOf(each, nothingSettled).length > 0,
  );
  if (documents.length === 0) return;
  const known = await readSettled(
    deps.tx,
    documents.map(({ id }) => id),
  );
  const orders = documents.flatMap((each) => remindersOf(each, known(each.id).settled));
  const unheard = await ordersUnheard(deps.tx, orders);
  await enqueueAll(
    deps,
    unheard.map((payload): OutboxMessage => ({ topic: "notice", payload })),
  );
}

function reminders({ id, document, offices }: OfficeDocument, { work, key, due }: Duty): NoticeOrder[] {
  if (!(work in reminded)) return [];
  const days = reminded[work as keyof typeof reminded];
  return offices.map((office) => ({
    to: { office, needs: "write:policy:all" },
    kind: days === null ? "validityYearly" : "validityEnds",
    params: { name: document.title, day: due, days },
    href: `/validity/documents/${id}`,
    dedupKey: `validity:${id}:${key}`,
  }));
}
