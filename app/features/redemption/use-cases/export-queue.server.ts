import { provisionalWords } from "~/features/calendar/use-cases/provisional-words.server";
import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { rowName } from "~/features/policies/domain/item-name";
import type { Speech } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { findWholeQueue } from "../adapters/desk.repository.server";
import { workOnDesk } from "../domain/desk-scope";
import { latenessOf, latenessWords } from "~/features/calendar/domain/lateness";
import type { readQueueFilter } from "../redemption.schema";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";

const most = 10_000;

/** The open work on the own desk as filtered, as CSV, entered in the audit log. Sums in yuan, days in Asia/Shanghai. */
export async function exportQueue(
  deps: Deps & { actor: UserActor },
  filter: ReturnType<typeof readQueueFilter>,
  { language, t }: Speech,
): Promise<string> {
  const today = shanghaiDay(deps.clock.now());
  const overdueBefore = filter.overdue ? today : undefined;
  const calendar = await readCalendar(deps);
  const rows = await findWholeQueue(
    deps.tx,
    workOnDesk(deps.actor, officeOf(deps.actor)),
    { ...filter, overdueBefore },
    most,
  );
  const provisional = await provisionalWords(deps, t);
  const heads = ["number", "firm", "item", "stage", "sum", "due", "left"];
  await recordAudit(deps, {
    action: "desk.exported",
    subject: { type: "desk", id: "queue" },
    after: { filter: { ...filter }, lines: rows.length },
  });
  return csvText([
    [...heads.map((head) => t(`redemption:desk.${head}`)), t("calendar:provisionalHead")],
    ...rows.map(({ application, stage, openedAt, dueOn }) => [
      application.number,
      application.enterprise.name,
      rowName(application.item)[language],
      t(`applications:stage.${stage}`),
      application.claimedFen === null ? null : plainYuan(application.claimedFen),
      dueOn,
      latenessWords(t, latenessOf(calendar, { openedOn: shanghaiDay(openedAt), dueOn }, today)),
      provisional(dueOn),
    ]),
  ]);
}
