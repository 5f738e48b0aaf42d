import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { transact, type Tx } from "~/platform/db.server";
import { recordAudit } from "~/features/identity/audited.server";
import { addSession } from "../adapters/session.repository.server";
import { countTries, findByLogin } from "../adapters/user.repository.server";
import { verifyPassword } from "../adapters/password.server";
import { afterFailure } from "../domain/login-policy";
import { sessionLimits } from "../domain/session-limits";

type Process = Pick<AppContext, "prisma" | "clock" | "random">;
type Attempt = { loginName: string; password: string; address: string; userAgent: string | null };

/**
 * Checks name and password and opens a session. The failure counter lives outside the transaction that
 * refuses, so that a refusal still counts.
 * @returns the token for the cookie
 * @throws Refusal `identity.sign-in-failed` (401) or `identity.locked` (429)
 */
export async function signIn(process: Process, attempt: Attempt): Promise<string> {
  const now = process.clock.now();
  const user = await findByLogin(process.prisma, attempt.loginName.trim().toLowerCase());
  if (user?.lockedUntil && user.lockedUntil > now) {
    await transact(process.prisma, (tx) =>
      recordRefused(process, tx, user.id, { address: attempt.address, locked: true }),
    );
    throw new Refusal("identity.locked", 429, { minutes: minutesUntil(user.lockedUntil, now) });
  }
  const fits = await verifyPassword(user?.passwordHash ?? null, attempt.password);
  if (!user || !fits || user.disabledAt) {
    await noteFailure(process, user, attempt);
    throw new Refusal("identity.sign-in-failed", 401);
  }
  return openSession(process, user.id, attempt);
}

async function noteFailure(
  process: Process,
  user: { id: string; failedLogins: number } | null,
  attempt: Attempt,
): Promise<void> {
  const now = process.clock.now();
  await transact(process.prisma, async (tx) => {
    if (user) await countTries(tx, user.id, afterFailure(user.failedLogins, now));
    await recordRefused(process, tx, user?.id ?? "unknown", { address: attempt.address });
  });
}

/** Writes that no try of a name, or from an address, is looked at any more for a time. */
export async function noteLimited(
  process: Process,
  { loginName, address }: Pick<Attempt, "loginName" | "address">,
): Promise<void> {
  const user = await findByLogin(process.prisma, loginName.trim().toLowerCase());
  await transact(process.prisma, (tx) => recordRefused(process, tx, user?.id ?? "unknown", { address, locked: true }));
}

function recordRefused(
  { clock }: Process,
  tx: Tx,
  userId: string,
  after: { address: string; locked?: true },
): Promise<void> {
  return recordAudit(
    { tx, clock, actor: { kind: "system", name: "worker" } },
    { action: "session.refused", subject: { type: "user", id: userId }, after },
  );
}

/** A fresh session for a person who has just proved who they are. */
export async function openSession(
  process: Process,
  userId: string,
  from: Pick<Attempt, "address" | "userAgent">,
): Promise<string> {
  const token = process.random.token(32);
  const now = process.clock.now();
  await transact(process.prisma, async (tx) => {
    await countTries(tx, userId, { failedLogins: 0, lockedUntil: null });
    await addSession(tx, token, {
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLimits.absoluteMs),
      address: from.address,
      userAgent: from.userAgent?.slice(0, 200),
    });
    await recordAudit(
      { tx, clock: process.clock, actor: { kind: "system", name: "worker" } },
      { action: "session.opened", subject: { type: "user", id: userId }, after: { address: from.address } },
    );
  });
  return token;
}

function minutesUntil(until: Date, now: Date): number {
  return Math.ceil((until.getTime() - now.getTime()) / 60_000);
}
