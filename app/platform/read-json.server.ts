import type { z } from "zod";
import { Refusal } from "~/kernel/refusal";

/** The body of a request as JSON of a shape. @throws Refusal `request.failed` (422) for anything else */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  if (!request.headers.get("Content-Type")?.startsWith("application/json")) throw new Refusal("request.failed", 422);
  const body: unknown = await request.json().catch(() => null);
  const checked = schema.safeParse(body);
  if (!checked.success) throw new Refusal("request.failed", 422);
  return checked.data;
}
