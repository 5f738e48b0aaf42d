import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { wordsOf } from "~/i18n/resources";
import type { Language } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { findWholeQueue } from "../adapters/desk.repository.server";
import { workOnDesk } from "../domain/desk-scope";
import type { readQueueFilter } from "../redemption.schema";
import { officeOf } from "./office-of.server";

const most = 10_000;

/** The open work on the own desk as filtered, as CSV, entered in the audit log. Sums in yuan, days in Asia/Shanghai. */
export async function exportQueue(
  deps: Deps & { actor: UserActor },
  filter: ReturnType<typeof readQueueFilter>,
  language: Language,
): Promise<string> {
  const overdueBefore = filter.overdue ? shanghaiDay(deps.clock.now()) : undefined;
  const rows = await findWholeQueue(
    deps.tx,
    workOnDesk(deps.actor, officeOf(deps.actor)),
    { ...filter, overdueBefore },
    most,
  );
  const { redemption, applications } = await wordsOf(language);
  const { number, firm, item, stage, sum, due } = redemption.desk;
  await recordAudit(deps, {
    action: "desk.exported",
    subject: { type: "desk", id: "queue" },
    after: { filter: { ...filter }, lines: rows.length },
  });
  return csvText([
    [number, firm, item, stage, sum, due],
    ...rows.map(({ application, stage: at, dueOn }) => [
      application.number,
      application.enterprise.name,
      application.item.title,
      (applications.stage as Record<string, string>)[at] ?? at,
      application.claimedFen === null ? null : plainYuan(application.claimedFen),
      dueOn,
    ]),
  ]);
}
