import type { z } from "zod";

/** What can be written in the log: each action with the shape of what it says before, after and of versions. */
export type Audited = Readonly<Record<string, z.ZodType<object>>>;
export type AuditPayload<S extends Audited, A extends keyof S> = z.input<S[A]>;

/**
 * Whether a payload is the one of its action. The row keeps what came, not what the schema made of it, so that hashes stay.
 * @throws RangeError for an action that nobody knows or a payload of another shape
 */
export function requirePayload(audited: Audited, action: string, payload: object): void {
  const schema = Object.hasOwn(audited, action) ? audited[action] : null;
  if (!schema) throw new RangeError(`no such audit action: ${action}`);
  const read = schema.safeParse(payload);
  if (!read.success)
    throw new RangeError(
      `audit payload of ${action}: ${read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
    );
}
