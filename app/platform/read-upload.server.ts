import { MaxFileSizeExceededError, parseFormData } from "@mjackson/form-data-parser";
import { maxUploadBytes } from "~/features/applications/domain/upload-rules";
import { Refusal } from "~/kernel/refusal";

export type UploadedFile = { fileName: string; bytes: Uint8Array };

/**
 * A form that may carry one file. The file is read into memory up to the limit and no further.
 * @throws Refusal `applications.file-size` (413)
 */
export async function readUploadForm(
  request: Request,
): Promise<{ values: Record<string, string>; file: UploadedFile | null }> {
  const form = request.headers.get("Content-Type")?.startsWith("multipart/")
    ? await parse(request)
    : await request.formData();
  const values: Record<string, string> = {};
  let file: UploadedFile | null = null;
  for (const [name, value] of form) {
    if (typeof value === "string") values[name] = value;
    else if (value.size > 0) file = { fileName: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { values, file };
}

async function parse(request: Request): Promise<FormData> {
  try {
    return await parseFormData(request, { maxFileSize: maxUploadBytes, maxFiles: 1 });
  } catch (error) {
    if (isTooLarge(error)) throw new Refusal("applications.file-size", 413);
    throw error;
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof MaxFileSizeExceededError ||
    (error instanceof Error && error.cause instanceof MaxFileSizeExceededError)
  );
}
