import { recordAudit } from "~/features/work/audited.server";
import { provisionalWords } from "~/features/calendar/use-cases/provisional-words.server";
import type { UserActor } from "~/access/actor";
import type { Speech } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { findTroubles, type TroubleFilter } from "../adapters/trouble.repository.server";
import { shown } from "./read-troubles.server";
import { scopeOf } from "./trouble-scope.server";

const most = 10_000;

/** What can't go on as filtered, as CSV, entered in the audit log. Days in Asia/Shanghai. */
export async function exportTroubles(
  deps: Deps & { actor: UserActor },
  filter: TroubleFilter,
  { language, t }: Speech,
): Promise<string> {
  const rows = await findTroubles(deps.tx, scopeOf(deps.actor), filter, { take: most, skip: 0 });
  await recordAudit(deps, {
    action: "troubles.exported",
    subject: { type: "trouble", id: "list" },
    after: { filter: { ...filter }, lines: rows.length },
  });
  const provisional = await provisionalWords(deps, t);
  const words = (key: string) => t(key, { ns: "troubles" });
  return csvText([
    ["kindLabel", "what", "case", "office", "reason", "since", "due", "outcomeLabel"]
      .map(words)
      .concat(t("calendar:provisionalHead")),
    ...rows
      .map((row) => shown(deps, row))
      .map((row) => [
        words(`kind.${row.kind}`),
        t([`step.${row.step}`, "step.other"], { ns: "troubles" }),
        row.number,
        row.office ? `${row.region?.[language] ?? ""} ${row.office[language]}` : words("administrators"),
        t([row.reason, "request.failed"], { ns: "refusals" }),
        shanghaiDay(row.openedAt),
        row.dueOn,
        row.outcome ? words(`outcome.${row.outcome}`) : words("open"),
        provisional(row.dueOn),
      ]),
  ]);
}
