import { recordAudit } from "~/features/calendar/audited.server";
import type { Speech } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import type { Deps } from "~/platform/context.server";
import { termWords } from "../domain/term-words";
import { readChange } from "./read-change.server";
import type { TermKeepers } from "./term-keepers.server";

/** What a change of the calendar moves as CSV, entered in the audit log. @throws Refusal as `readChange` */
export async function exportMoves(
  deps: Deps & { terms: TermKeepers },
  id: string,
  { language, t }: Speech,
): Promise<string> {
  const { moves } = await readChange(deps, id, language);
  await recordAudit(deps, {
    action: "calendar.moves-exported",
    subject: { type: "calendar-change", id },
    after: { lines: moves.length },
  });
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
