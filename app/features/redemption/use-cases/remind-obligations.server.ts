import type { Actor } from "~/access/actor";
import { reconcileWork } from "~/features/work/use-cases/reconcile-work.server";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { obligationsUntil, type ObligationRow } from "../adapters/obligation.repository.server";
import { remindedDays } from "../domain/obligation";
import { workOfObligations } from "./obligation-work.server";
import { itemOf, ruleOf } from "./read-obligations.server";

/** A round that once a day tells firms whose last day is near, and brings what is due to offices that have to look. */
export function remindObligationsDaily(process: Performing & Pick<Deps, "clock">, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, remindObligations));
}

/** Each firm is told once when its last day is near; once that has come, the office has work, and is told of it. */
export async function remindObligations(deps: Deps): Promise<void> {
  const today = shanghaiDay(deps.clock.now());
  const rows = await obligationsUntil(deps.tx, addDays(today, remindedDays));
  const opened = await reconcileWork(deps, "obligation", workOfObligations(rows, today));
  const due = new Set(opened.map(({ subjectId }) => subjectId));
  await enqueueAll(deps, [
    ...rows.filter(({ dueOn }) => dueOn > today).map(soon),
    ...rows.filter(({ id }) => due.has(id)).map(toOffice),
  ]);
}

function soon(row: ObligationRow): OutboxMessage {
  return {
    topic: "notice",
    payload: {
      to: { enterpriseId: row.application.enterpriseId },
      kind: "obligationSoon",
      params: paramsOf(row),
      href: `/firm/applications/${row.application.id}`,
      dedupKey: `obligation-soon:${row.id}`,
    },
  };
}

function toOffice(row: ObligationRow): OutboxMessage {
  const { id, departmentId, regionCode } = row;
  return {
    topic: "notice",
    payload: {
      to: { office: { departmentId, regionCode }, needs: "review:application:department" },
      kind: "obligationDue",
      params: paramsOf(row),
      href: "/desk/obligations",
      dedupKey: `obligation-due:${id}`,
    },
  };
}

function paramsOf(row: ObligationRow) {
  const { dueOn, application } = row;
  return { item: itemOf(row).title, what: ruleOf(row).zh, day: dueOn, firm: application.enterprise.name };
}
