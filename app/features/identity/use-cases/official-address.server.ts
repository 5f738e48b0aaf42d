import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { enqueue, enqueueAll } from "~/platform/outbox.server";
import type { UserActor } from "~/access/actor";
import {
  decideOnAddress,
  findAddress,
  putAddress,
  waitingAddresses,
  waitingAddressOf,
} from "../adapters/address.repository.server";
import { changeUser, peopleWith } from "../adapters/user.repository.server";
import { personNames } from "./person-names.server";
import { readOfficial } from "./read-officials.server";

type Administrator = Deps & { actor: UserActor };

/**
 * Enters a mail address for an official who has none. Nothing is sent to it before a security administrator has confirmed
 * that it is the official's own: who enters it could hold it. A later one takes the place of one not confirmed yet.
 * @throws Refusal `request.not-found` (404), `identity.own-account` (403), `identity.has-address` (409)
 */
export async function proposeAddress(deps: Administrator, userId: string, email: string): Promise<void> {
  const official = await readOfficial(deps.tx, userId);
  if (userId === deps.actor.userId) throw new Refusal("identity.own-account", 403);
  if (official.email) throw new Refusal("identity.has-address");
  await enterAddress(deps, official, email);
}

/** As `proposeAddress`, for an account that was just made. */
export async function enterAddress(
  deps: Administrator,
  { id: userId, loginName }: { id: string; loginName: string },
  email: string,
): Promise<void> {
  const id = deps.random.uuid();
  const { userId: proposedById, displayName: by } = deps.actor;
  await putAddress(deps.tx, { id, userId, email, proposedById, proposedAt: deps.clock.now() });
  await recordAudit(deps, { action: "user.address-entered", subject: { type: "user", id: userId }, after: { email } });
  const watchers = await peopleWith(deps.tx, ["securityAdministrator"]);
  const about = { params: { person: loginName, by }, href: "/security/addresses", dedupKey: `address:${id}` };
  await enqueueAll(
    deps,
    watchers.map((watcher) => ({
      topic: "notice",
      payload: { to: { userId: watcher.id }, kind: "addressEntered", ...about },
    })),
  );
}

/** Addresses that wait for a security administrator, the oldest first, each with its person and who entered it. */
export async function readAddresses({ tx }: Pick<Deps, "tx">) {
  const rows = await waitingAddresses(tx);
  const names = await personNames(
    tx,
    rows.map(({ proposedById }) => proposedById),
  );
  return rows.map(({ proposedById, ...row }) => ({ ...row, by: names.get(proposedById) ?? "" }));
}

/** The address entered for an official that waits. */
export function waitingAddress({ tx }: Pick<Deps, "tx">, userId: string): Promise<string | null> {
  return waitingAddressOf(tx, userId);
}

/**
 * A security administrator confirms whose an address is, by which the official has it and is mailed the link to set the
 * password, or refuses it with a reason, of which whoever entered it is told.
 * @throws Refusal `request.not-found` (404), `identity.two-persons`, `identity.has-address`, `identity.address-decided` (409),
 *   `redemption.reason-missing` (422)
 */
export async function decideAddress(
  deps: Administrator,
  { id, confirmed, reason }: { id: string; confirmed: boolean; reason: string },
): Promise<void> {
  const decidedById = deps.actor.userId;
  const row = await ofOthers(deps, id);
  const refusal = confirmed ? null : reason.trim();
  if (refusal === "") throw new Refusal("redemption.reason-missing", 422);
  if (confirmed && row.user.email) throw new Refusal("identity.has-address");
  const status = confirmed ? "confirmed" : "refused";
  if (!(await decideOnAddress(deps.tx, id, { status, decidedById, decidedAt: deps.clock.now(), refusal })))
    throw new Refusal("identity.address-decided");
  await recordAudit(deps, {
    action: confirmed ? "user.address-confirmed" : "user.address-refused",
    subject: { type: "user", id: row.userId },
    after: { email: row.email, reason: refusal },
  });
  if (refusal !== null) return tellRefused(deps, row, refusal);
  await changeUser(deps.tx, row.userId, { email: row.email });
  await enqueue(deps, { topic: "password-link", payload: { userId: row.userId } });
}

/** An address that neither was entered by the person who decides nor is theirs. */
async function ofOthers({ tx, actor }: Administrator, id: string) {
  const row = isUuid(id) ? await findAddress(tx, id) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  if (actor.userId === row.proposedById || actor.userId === row.userId) throw new Refusal("identity.two-persons");
  return row;
}

function tellRefused(
  deps: Administrator,
  { id, userId, proposedById, email }: { id: string; userId: string; proposedById: string; email: string },
  reason: string,
): Promise<void> {
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: proposedById },
      kind: "addressRefused",
      params: { email, reason },
      href: `/admin/users/${userId}`,
      dedupKey: `address-refused:${id}`,
    },
  });
}
