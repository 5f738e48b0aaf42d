import type { z } from "zod";
import { cleanJson } from "~/kernel/clean-text";
import { Refusal } from "~/kernel/refusal";
import { bodyLimits, readBytes } from "./read-body.server";

/**
 * The body of a request as JSON of a shape, every text in it cleaned.
 * @throws Refusal `request.content-type` (415), `request.too-large` (413), `request.malformed` (400) for what is no
 *   JSON or nested too deep,
 * `request.failed` (422) for another shape
 */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  if (!request.headers.get("Content-Type")?.toLowerCase().startsWith("application/json"))
    throw new Refusal("request.content-type", 415);
  const checked = schema.safeParse(parsed(await readBytes(request, bodyLimits.json)));
  if (!checked.success) throw new Refusal("request.failed", 422);
  return checked.data;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return cleanJson(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refusal("request.malformed", 400);
  }
}
