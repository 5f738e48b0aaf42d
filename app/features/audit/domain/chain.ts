import { canonicalJson, readExact } from "~/kernel/canonical-json";
import { Numeral } from "~/kernel/canonical-numeral";

/** sha256 of UTF-8 text, as lower-case hex. */
export type Sha256 = (text: string) => string;

/**
 * One row of the log. `before`, `after` and `versions` are JSON texts as the database writes them, `at` an instant with
 * milliseconds. `form` tells how numbers stand in what is hashed: 1 as the database writes them, 2 as plain decimals.
 */
export type ChainedEvent = {
  id: bigint;
  at: Date;
  actorId: string | null;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string;
  enterpriseId: string | null;
  departmentId: string | null;
  before: string | null;
  after: string | null;
  versions: string | null;
  address: string | null;
  stream: string;
  form: number;
  seq: number;
  salt: string;
  prevHash: string;
  hash: string;
};

/** What the hash of an event is made of; a firm may read all of it. */
export type EventBody = {
  action: string;
  actorId: string | null;
  actorRole: string;
  at: string;
  departmentId: string | null;
  /** of address, before, after and versions, salted, so that what it hides can't be guessed */
  digest: string;
  enterpriseId: string | null;
  fen: string | null;
  /** left out in the first form */
  form?: number;
  from: string | null;
  id: string;
  prev: string;
  seq: number;
  stream: string;
  subjectId: string;
  subjectType: string;
  to: string | null;
};

/** The chain that an event belongs to: its case, person or firm; else its subject. */
export function streamOf({
  subjectType,
  subjectId,
  enterpriseId,
  actorId,
}: Pick<ChainedEvent, "subjectType" | "subjectId" | "enterpriseId" | "actorId">): string {
  if (subjectType === "application") return `case:${subjectId}`;
  if (subjectType === "user" && subjectId !== "unknown") return `person:${subjectId}`;
  if (enterpriseId !== null) return `firm:${enterpriseId}`;
  if (actorId !== null) return `person:${actorId}`;
  return `${subjectType}:${subjectId}`;
}

/** The body of an event as the database hashed it: the twin of `audit_body` in the migrations. */
export function bodyOf(sha256: Sha256, event: ChainedEvent): EventBody {
  const { address, form } = event;
  const [after, before, versions] = [event.after, event.before, event.versions].map((text) => readAs(form, text));
  return {
    action: event.action,
    actorId: event.actorId,
    actorRole: event.actorRole,
    at: event.at.toISOString(),
    departmentId: event.departmentId,
    digest: sha256(`${event.salt}\n${canonicalJson({ address, after, before, versions })}`),
    enterpriseId: event.enterpriseId,
    fen: textAt(after, "payload", "approvedFen") ?? textAt(after, "amountFen"),
    ...(form === 1 ? {} : { form }),
    from: textAt(before, "state"),
    id: String(event.id),
    prev: event.prevHash,
    seq: event.seq,
    stream: event.stream,
    subjectId: event.subjectId,
    subjectType: event.subjectType,
    to: textAt(after, "state"),
  };
}

/** The hash of an event. */
export function hashOf(sha256: Sha256, body: EventBody): string {
  return sha256(canonicalJson(body));
}

function readAs(form: number, text: string | null): unknown {
  return text === null ? null : form === 1 ? readExact(text, asItStands) : readExact(text);
}

const asItStands = (numeral: string) => numeral;

function textAt(value: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
  if (found === undefined || found === null) return null;
  return typeof found === "string" ? found : canonicalJson(found);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Numeral);
}
