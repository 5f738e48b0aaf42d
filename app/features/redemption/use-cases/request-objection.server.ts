import { createHash, createHmac } from "node:crypto";
import { itemName } from "~/features/policies/domain/item-name";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { AddressMail } from "~/features/notices/domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import {
  addRequest,
  countRequests,
  findRequest,
  findRunningPublicity,
  noteRaised,
  takeRequest,
} from "../adapters/objection.repository.server";
import { objectionLimits, objectionWords, plainEmail, type ObjectionWords } from "../domain/objection-limits";
import { raiseObjection, readPublicity, requireObjection } from "./raise-objection.server";

const hourMs = 3_600_000;

/** What is sent in a link: nobody can make it who doesn't hold the platform's key, and the database keeps its hash alone. */
function tokenOf(requestId: string, key: Buffer): string {
  return createHmac("sha256", key).update(`objection:${requestId}`).digest("base64url");
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export type ObjectionRequest = ObjectionWords & { publicityId: string; email: string };

/**
 * Keeps an objection of somebody who isn't signed in and sends a link to the address; until it is confirmed there, it counts
 * for nothing and stops nothing.
 * @throws Refusal `redemption.publicity-over` (404), those of `objectionProblems` (422),
 *   `redemption.objection-limit` (429) for the fourth link to an address in a day
 */
export async function requestObjection(deps: Deps, key: Buffer, asked: ObjectionRequest): Promise<void> {
  requireObjection(asked, { email: asked.email });
  const words = objectionWords(asked);
  const email = plainEmail(asked.email);
  const { id: publicityId } = await readPublicity(deps, asked.publicityId);
  const now = deps.clock.now();
  if ((await countRequests(deps.tx, email, new Date(now.getTime() - 24 * hourMs))) >= objectionLimits.linksPerDay)
    throw new Refusal("redemption.objection-limit", 429);
  const id = deps.random.uuid();
  await addRequest(deps.tx, {
    id,
    publicityId,
    ...words,
    email,
    tokenHash: hashOf(tokenOf(id, key)),
    createdAt: now,
    expiresAt: new Date(now.getTime() + objectionLimits.linkHours * hourMs),
  });
  await enqueue(deps, { topic: "objection-link", payload: { requestId: id } });
}

/** The mail with the link to confirm an objection; null where it was confirmed already or came too late. */
export async function linkMail({ tx }: Pick<Deps, "tx">, key: Buffer, requestId: string): Promise<AddressMail | null> {
  const row = await findRequest(tx, { id: requestId });
  const running = row && !row.usedAt ? await findRunningPublicity(tx, row.publicityId) : null;
  if (!row || !running) return null;
  const { enterprise, item } = running.application;
  return {
    id: row.id,
    to: row.email,
    name: row.objector,
    kind: "objectionLink",
    params: { firm: enterprise.name, item: itemName(item), hours: objectionLimits.linkHours },
    href: `/objections/confirm?token=${tokenOf(row.id, key)}`,
  };
}

/**
 * The objection that a link confirms, with its publicity; one that was confirmed gives where its answer stands.
 * @throws Refusal `redemption.link-over` (404) for a link that is unknown or too old, `redemption.publicity-over` (404)
 */
export async function readRequest(deps: Pick<Deps, "tx" | "clock">, token: string) {
  const row = await findRequest(deps.tx, { tokenHash: hashOf(token) });
  if (row?.objectionId) return { objectionId: row.objectionId, shown: null };
  if (!row || row.usedAt || row.expiresAt <= deps.clock.now()) throw new Refusal("redemption.link-over", 404);
  const { firm, item } = await readPublicity(deps, row.publicityId);
  return { objectionId: null, shown: { firm, item, text: row.text } };
}

/**
 * Somebody who got the link stands by the objection: now it is raised, once.
 * @returns id under which the answer can be read
 * @throws Refusal as `readRequest` and `raiseObjection`
 */
export async function confirmObjection(deps: Deps, token: string): Promise<string> {
  const known = await readRequest(deps, token);
  if (known.objectionId) return known.objectionId;
  const row = await findRequest(deps.tx, { tokenHash: hashOf(token) });
  if (!row || !(await takeRequest(deps.tx, row.id, deps.clock.now()))) throw new Refusal("redemption.link-over", 404);
  const { publicityId, objector, contact, text, email } = row;
  const id = await raiseObjection(deps, {
    publicityId,
    objector,
    contact,
    text,
    source: { kind: "mail", email },
    idempotencyKey: `objection:${row.id}`,
  });
  await noteRaised(deps.tx, row.id, id);
  return id;
}
