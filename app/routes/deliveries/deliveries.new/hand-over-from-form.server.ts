import type { UserActor } from "~/access/actor";
import { deliverySchema } from "~/features/deliveries/deliveries.schema";
import type { DeliveryProblem } from "~/features/deliveries/domain/delivery-rows";
import { handOver } from "~/features/deliveries/use-cases/hand-over.server";
import { deliverableFacts, listOf, problemsOf, readFile } from "~/features/deliveries/use-cases/read-file.server";
import { ownColumns } from "~/features/deliveries/domain/delivery-rows";
import { readUploadForm } from "~/door/read-upload.server";
import { tidyHeading } from "~/kernel/reading/sheet-table";
import { safeFileName } from "~/kernel/upload-rules";
import type { AppContext } from "~/platform/context.server";
import type { UploadedFile } from "~/platform/files";
import { isZip } from "~/platform/sheet/read-sheet.server";
import { perform } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";

/** A file that is uploaded, by which the next form goes on. */
export type KeptFile = { name: string; hash: string };
/** What the form is told: what is wrong at its fields and in its file, or which headings it has to explain. */
export type Answer = {
  errors: Record<string, string>;
  values: Record<string, string>;
  file: KeptFile | null;
  problems?: { problems: readonly DeliveryProblem[]; count: number };
  unplaced?: readonly string[];
};
type Context = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "storage">;

/** Problems that are listed; a file with more has something wrong with all of it. */
const mostShown = 200;
const meaning = "column:";
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Takes what a form and its file say: hands the file over, or says what is wrong.
 * @throws Refusal `sheet.*` (413, 415) for a file that can't be read, and as `handOver`
 */
export async function handOverFromForm(
  context: Context,
  actor: UserActor,
  request: Request,
): Promise<Answer | { id: string }> {
  const { values, file: sent } = await readUploadForm(request);
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue, actor };
  const file = await fileOf(context, values, sent);
  const answer = { values, file: file && { name: file.fileName, hash: file.fileHash } };
  const { form, errors } = checkForm(deps, values);
  if (!file) errors["file"] = "problem.required";
  if (!form || !file || Object.keys(errors).length > 0) return { ...answer, errors };
  const list = listOf(deps, form);
  const columns = columnsSaid(
    values,
    deliverableFacts(deps).map(({ name }) => name),
  );
  const { bytes, ...stored } = file;
  const table = await readFile(deps, form, list, { bytes, columns });
  const { problems, unplaced } = table;
  const shown = { problems: problems.slice(0, mostShown), count: problems.length };
  if (problems.length > 0) return { ...answer, errors, problems: shown };
  if (unplaced.length > 0) return { ...answer, errors, unplaced };
  const id = await againOnConflict(() =>
    perform(context, actor, (all) => handOver({ ...all, actor }, form, list, { table, file: stored, columns })),
  );
  return { id };
}

/** What the fields say, and what is wrong with them. */
function checkForm(deps: Parameters<typeof problemsOf>[0], values: Record<string, string>) {
  const checked = deliverySchema.safeParse(values);
  if (checked.success) return { form: checked.data, errors: problemsOf(deps, checked.data) };
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { form: null, errors };
}

/** The file just sent, else the one sent before; null where there is none. */
async function fileOf({ storage }: Context, values: Record<string, string>, sent: UploadedFile | null) {
  const hash = values["fileHash"] ?? "";
  const bytes = sent?.bytes ?? ((await storage.has(hash)) ? new Uint8Array(await storage.read(hash)) : null);
  if (!bytes) return null;
  const fileName = safeFileName(sent?.fileName ?? values["fileName"] ?? "");
  return { fileName, fileType: isZip(bytes) ? xlsxType : "text/csv", fileHash: await storage.put(bytes), bytes };
}

/** What the form says of headings: a fact the office may hand over, or one of the file's own columns. */
function columnsSaid(values: Record<string, string>, facts: readonly string[]): Record<string, string> {
  const known: readonly string[] = [...ownColumns, ...facts];
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, said]) =>
      name.startsWith(meaning) && known.includes(said) ? [[tidyHeading(name.slice(meaning.length)), said]] : [],
    ),
  );
}
