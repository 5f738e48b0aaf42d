import type { z } from "zod";
import { firmPayloads } from "./payloads/firms";
import { fundsPayloads } from "./payloads/funds";
import { identityPayloads } from "./payloads/identity";
import { oversightPayloads } from "./payloads/oversight";
import { policyPayloads } from "./payloads/policies";
import { redemptionPayloads } from "./payloads/redemption";

/** Everything that can be written in the log: what each action says before, after and of versions. */
export const auditPayloads = {
  ...firmPayloads,
  ...fundsPayloads,
  ...identityPayloads,
  ...oversightPayloads,
  ...policyPayloads,
  ...redemptionPayloads,
};

/** past tense, `entity.verb`: `application.submit`, `bank-account.exported`, `session.refused` */
export type AuditAction = keyof typeof auditPayloads;
export type AuditPayload<A extends AuditAction> = z.input<(typeof auditPayloads)[A]>;

/**
 * Whether a payload is the one of its action. The row keeps what came, not what the schema made of it, so that hashes stay.
 * @throws RangeError for an action that nobody knows or a payload of another shape
 */
export function requirePayload(action: string, payload: object): void {
  const schema = Object.hasOwn(auditPayloads, action) ? auditPayloads[action as AuditAction] : null;
  if (!schema) throw new RangeError(`no such audit action: ${action}`);
  const read = schema.safeParse(payload);
  if (!read.success)
    throw new RangeError(
      `audit payload of ${action}: ${read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
    );
}
