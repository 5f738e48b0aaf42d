import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { createI18n } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import type { Deps } from "~/platform/context.server";
import { termWords } from "../domain/term-words";
import { readChange } from "./read-change.server";

/** What a change of the calendar moves as CSV, entered in the audit log. @throws Refusal as `readChange` */
export async function exportMoves(deps: Deps, id: string, language: Language): Promise<string> {
  const { moves } = await readChange(deps, id, language);
  await recordAudit(deps, {
    action: "calendar.moves-exported",
    subject: { type: "calendar-change", id },
    after: { lines: moves.length },
  });
  const { t } = await createI18n(language);
  const head = ["change.case", "firm", "item", "change.term", "change.office", "change.from", "change.to"];
  return csvText([
    head.map((key) => t(key, { ns: "calendar" })),
    ...moves.map((move) => [
      move.number,
      move.firm,
      move.item?.[language] ?? null,
      termWords(t, move),
      move.office ?? t("change.administrators", { ns: "calendar" }),
      move.day,
      move.toDay,
    ]),
  ]);
}
