import { sayYuan } from "~/kernel/money";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { openTasks } from "../domain/tasks";
import type { Advanced } from "./advance-case.server";

const told = ["countyReview", "departmentReview", "correcting", "publicity", "awaitingBudget", "payment", "closed", "rejected", "lapsed"] as const;

/** Tells the firm of every move it can see, and the offices that now have the case. */
export async function tellOfMove(deps: Deps, { row, config, decision, advance }: Advanced): Promise<void> {
  const item = (row.itemVersion.content as unknown as PolicyItem).title;
  const kind = told.find((state) => state === decision.to);
  if (kind && decision.from !== decision.to) {
    const fen = advance.payload?.approvedFen ?? row.approvedFen;
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { enterpriseId: row.enterpriseId },
        kind: `case.${kind}`,
        params: { item, sum: fen === null ? null : sayYuan(fen, "zh"), reason: advance.payload?.reason ?? null },
        href: `/firm/applications/${row.id}`,
        dedupKey: `case:${row.id}:${row.version}`,
      },
    });
  }
  const tasks = decision.from === decision.to ? [] : openTasks(config, row.enterprise.regionCode, decision.stands).filter((task) => task.stage.endsWith("Review"));
  for (const task of tasks) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { departmentId: task.departmentId, regionCode: task.regionCode },
        kind: "taskOpened",
        params: { item, firm: row.enterprise.name },
        href: `/desk/cases/${row.id}`,
        dedupKey: `task:${row.id}:${task.stage}:${row.version}`,
      },
    });
  }
}
