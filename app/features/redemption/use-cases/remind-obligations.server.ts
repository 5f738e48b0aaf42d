import { addDays, type PlainDate } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { transact, type Tx } from "~/platform/db.server";
import { onceADay } from "~/platform/once-a-day";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { obligationsUntil, type ObligationRow } from "../adapters/obligation.repository.server";
import { remindedDays, noticeDueOn } from "../domain/obligation";
import { itemOf, ruleOf } from "./read-obligations.server";

type Process = Pick<AppContext, "prisma" | "clock" | "catalogue">;

/** A round that once a day tells firms whose last day is near, and offices that have to look. */
export function remindObligationsDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, (today) =>
    transact(process.prisma, (tx) => remindObligations({ ...process, tx }, today)),
  );
}

/** Each is told of once when its last day is near, and once when it has come. */
export async function remindObligations(deps: Pick<Process, "clock"> & { tx: Tx }, today: PlainDate): Promise<void> {
  const rows = await obligationsUntil(deps.tx, addDays(today, remindedDays));
  await enqueueAll(
    deps,
    rows.flatMap((row) => messages(row, today)),
  );
}

function messages(row: ObligationRow, today: PlainDate): OutboxMessage[] {
  const word = noticeDueOn(row.dueOn, today);
  const { id, departmentId, regionCode, dueOn, application } = row;
  const params = { item: itemOf(row).title, what: ruleOf(row).zh, day: dueOn, firm: application.enterprise.name };
  if (word === "soon")
    return [
      {
        topic: "notice",
        payload: {
          to: { enterpriseId: application.enterpriseId },
          kind: "obligationSoon",
          params,
          href: `/firm/applications/${application.id}`,
          dedupKey: `obligation-soon:${id}`,
        },
      },
    ];
  if (word === null) return [];
  return [
    {
      topic: "notice",
      payload: {
        to: { office: { departmentId, regionCode }, needs: "review:application:department" },
        kind: "obligationDue",
        params,
        href: "/desk/obligations",
        dedupKey: `obligation-due:${id}`,
      },
    },
  ];
}
