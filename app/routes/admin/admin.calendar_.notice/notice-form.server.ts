import type { UserActor } from "~/access/actor";
import { isCompoundFile } from "~/kernel/reading/compound-file";
import { decodeText } from "~/kernel/reading/decode-text";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { UploadedFile } from "~/platform/files";
import { isZip, readSheet } from "~/platform/sheet/read-sheet.server";
import type { FormAnswer } from "~/ui/form";
import { noticeSchema } from "~/features/calendar/calendar.schema";
import type { NoticeProblem } from "~/features/calendar/domain/notice-text";
import { proposeNotice } from "~/features/calendar/use-cases/propose-change.server";

/** What is wrong with a text stands beside the fields, in its words. */
export type NoticeAnswer = FormAnswer & { problems: (NoticeProblem | { code: "fault"; text: string })[] };

/**
 * Takes the form with a notice: the text as typed, or that of a file; nothing typed is lost.
 * @returns id of the change, or what to correct
 * @throws Refusal as `proposeNotice` and `readSheet`
 */
export async function handleNoticeForm(
  deps: Deps & { actor: UserActor },
  values: Record<string, string>,
  file: UploadedFile | null,
): Promise<string | NoticeAnswer> {
  const read = file ? await textOf(file.bytes) : { text: values["text"] ?? "", faults: [] };
  const kept = { ...values, text: read.text };
  const faults = read.faults.map((text) => ({ code: "fault" as const, text }));
  if (faults.length > 0) return { errors: { text: "problem.cellError" }, values: kept, problems: faults };
  const form = noticeSchema(deps.clock.now()).safeParse(kept);
  if (!form.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of form.error.issues) errors[String(path[0])] ??= message;
    return { errors, values: kept, problems: [] };
  }
  const proposed = await proposeNotice(deps, form.data);
  if (proposed.ok) return proposed.id;
  const { problems } = proposed;
  return {
    errors: { text: problems.length > 0 ? "problem.noticeText" : "problem.noticeEmpty" },
    values: kept,
    problems,
  };
}

/** A file as lines of text; cells that hold an error are named. */
async function textOf(bytes: Uint8Array): Promise<{ text: string; faults: string[] }> {
  if (!isZip(bytes) && !isCompoundFile(bytes)) return { text: plainText(bytes), faults: [] };
  const { rows, faults } = await readSheet(bytes);
  return {
    text: rows.map(({ cells }) => cells.join(" ").trim()).join("\n"),
    faults: faults.map(({ row, column }) => `${String.fromCharCode(65 + column)}${row}`),
  };
}

function plainText(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new Refusal("sheet.unreadable", 415);
  }
}
