import { cleanText } from "~/kernel/clean-text";
import { Refusal } from "~/kernel/refusal";

/** Most that is read of a request, in bytes, and most fields of a form: names, and values of all of them. */
export const bodyLimits = { form: 256 * 1024, json: 2 * 1024 * 1024, names: 200, values: 2000 } as const;

/**
 * The whole body, read no further than `most` bytes; one that announces more isn't read at all.
 * @throws Refusal `request.too-large` (413), `request.malformed` (400) where it breaks off
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw new Refusal("request.too-large", 413);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new Refusal("request.malformed", 400);
    });
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size > most) {
      void reader?.cancel().catch(() => undefined);
      throw new Refusal("request.too-large", 413);
    }
    chunks.push(part.value);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/**
 * The text fields of a form, cleaned (passwords as typed). Files in it are passed over.
 * @throws Refusal `request.too-large` (413), `request.content-type` (415) for what is no form, `request.malformed` (400) for a broken one
 */
export async function readFields(request: Request): Promise<[name: string, value: string][]> {
  const type = request.headers.get("Content-Type")?.toLowerCase() ?? "";
  if (
    (!type.startsWith("application/x-www-form-urlencoded") && !type.startsWith("multipart/form-data")) ||
    !isUtf8(type)
  )
    throw new Refusal("request.content-type", 415);
  const bytes = await readBytes(request, bodyLimits.form);
  if (type.startsWith("application/") && separators(bytes) >= bodyLimits.values)
    throw new Refusal("request.too-many-fields", 413);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new Refusal("request.malformed", 400);
  });
  return cleanFields(form);
}

/** Forms are read as UTF-8: in another encoding each character would be another. */
function isUtf8(type: string): boolean {
  const [, charset = "utf-8"] = /;\s*charset=["']?([\w-]+)/.exec(type) ?? [];
  return charset === "utf-8" || charset === "utf8" || charset === "us-ascii";
}

function separators(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x26) count += 1;
  return count;
}

/** The text fields of a form that was read, cleaned and counted. @throws Refusal `request.too-many-fields` (413) */
export function cleanFields(form: FormData): [name: string, value: string][] {
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const field = cleanText(name);
    fields.push([field, isSecret(field) ? value : cleanText(value)]);
  }
  if (fields.length > bodyLimits.values || new Set(fields.map(([name]) => name)).size > bodyLimits.names)
    throw new Refusal("request.too-many-fields", 413);
  return fields;
}

/** A field whose value is compared as it was typed and never shown again. */
export function isSecret(name: string): boolean {
  return name.toLowerCase().includes("password");
}
