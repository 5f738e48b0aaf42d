import { MaxFilesExceededError, MaxFileSizeExceededError, parseFormData } from "@mjackson/form-data-parser";
import { maxUploadBytes } from "~/kernel/upload-rules";
import { Refusal } from "~/kernel/refusal";
import { bodyLimits, cleanFields, readBytes } from "./read-body.server";
import type { UploadedFile } from "~/platform/files";
import { asLists, formLists } from "./read-form.server";

/**
 * A form that may carry one file, and fields named that come several times. It is read into memory up to the limit of a
 * file and of a form's fields, and no further.
 * @throws Refusal `applications.file-size` (413), `request.several-files` (400), `request.malformed` (400) for a broken
 *   form, and as `formValues`
 */
export async function readUploadForm<N extends string = never>(
  request: Request,
  names: readonly N[] = [],
): Promise<{ values: Record<string, string>; lists: Record<N, string[]>; file: UploadedFile | null }> {
  if (!request.headers.get("Content-Type")?.toLowerCase().startsWith("multipart/form-data"))
    return { ...(await formLists(request, names)), file: null };
  const form = await parse(request);
  const files = [...form].flatMap(([, value]) => (typeof value === "string" || value.size === 0 ? [] : [value]));
  if (files.length > 1) throw new Refusal("request.several-files", 400);
  const [first] = files;
  const file = first ? { fileName: first.name, bytes: new Uint8Array(await first.arrayBuffer()) } : null;
  return { ...asLists(cleanFields(form), names), file };
}

async function parse(request: Request): Promise<FormData> {
  const body = await readBytes(request, maxUploadBytes + bodyLimits.form).catch((error: unknown) => {
    throw error instanceof Refusal && error.status === 413 ? new Refusal("applications.file-size", 413) : error;
  });
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    const whole = new Request(request.url, { method: "POST", headers, body });
    return await parseFormData(whole, { maxFileSize: maxUploadBytes, maxFiles: 5 });
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  const causes = [error, error instanceof Error ? error.cause : null];
  if (causes.some((each) => each instanceof MaxFileSizeExceededError))
    return new Refusal("applications.file-size", 413);
  if (causes.some((each) => each instanceof MaxFilesExceededError)) return new Refusal("request.several-files", 400);
  return new Refusal("request.malformed", 400);
}
