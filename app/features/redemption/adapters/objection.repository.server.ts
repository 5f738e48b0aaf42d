import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export async function addObjection(tx: Tx, data: Prisma.ObjectionUncheckedCreateInput): Promise<string> {
  const { id } = await tx.objection.create({ data, select: { id: true } });
  return id;
}

/** The objection that a step raised; null where the step is of before 2026-11-29, when none said so. */
export async function raisedBy(tx: Tx, applicationId: string, idempotencyKey: string): Promise<string | null> {
  const row = await tx.transition.findFirst({ where: { applicationId, idempotencyKey }, select: { payload: true } });
  return (row?.payload as { objectionId?: string } | undefined)?.objectionId ?? null;
}

const unread = { admittedAt: null, answeredAt: null } as const;

/** Ids of a case's objections that nobody has admitted or refused yet. */
export async function unreadObjections(tx: Tx, applicationId: string): Promise<string[]> {
  const rows = await tx.objection.findMany({ where: { applicationId, ...unread }, select: { id: true } });
  return rows.map(({ id }) => id);
}

type Admission = { admittedAt: Date; admission: string; admissionReason?: string; admittedById?: string };

/** Admits the unread objections of a case, or one of them; gives their ids. */
export async function admitObjections(
  tx: Tx,
  { applicationId, id }: { applicationId: string; id?: string },
  data: Admission,
): Promise<string[]> {
  const rows = await tx.objection.updateManyAndReturn({
    where: { applicationId, ...(id ? { id } : {}), ...unread },
    data,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

type Answer = { answer: string; answeredAt: Date; answeredById: string };

/** Refuses an objection that waits to be read. */
export async function refuseObjection(tx: Tx, id: string, data: Answer): Promise<void> {
  await tx.objection.updateMany({ where: { id, ...unread }, data: { ...data, outcome: "refused" } });
}

/** Answers every open objection of a case at once: they are looked into together. Gives their ids. */
export async function answerObjections(
  tx: Tx,
  applicationId: string,
  data: Answer & { outcome: "dismissed" | "upheld" },
): Promise<string[]> {
  const rows = await tx.objection.updateManyAndReturn({
    where: { applicationId, answeredAt: null },
    data,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export function findObjection(tx: Tx, id: string) {
  return tx.objection.findUnique({
    where: { id },
    select: {
      id: true,
      raisedAt: true,
      dueOn: true,
      admittedAt: true,
      admission: true,
      outcome: true,
      answer: true,
      answeredAt: true,
      application: {
        select: { item: { select: { title: true, titleEn: true } }, enterprise: { select: { name: true } } },
      },
    },
  });
}

/** Whom to write to about objections, and what about. */
export function objectorsOf(tx: Tx, ids: readonly string[]) {
  return tx.objection.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      objector: true,
      userId: true,
      email: true,
      answer: true,
      dueOn: true,
      application: {
        select: { item: { select: { title: true, titleEn: true } }, enterprise: { select: { name: true } } },
      },
    },
  });
}

/** Somebody who objects: signed in, or by a confirmed address. */
export type Person = { userId: string } | { email: string };

/** Whether a person has objected to a case since its publicity began. */
export async function hasObjected(
  tx: Tx,
  person: Person,
  { applicationId, since }: { applicationId: string; since: Date },
): Promise<boolean> {
  return (await tx.objection.count({ where: { applicationId, raisedAt: { gte: since }, ...person } })) > 0;
}

/** A person's objections that nobody has answered. */
export function countOpenOf(tx: Tx, person: Person): Promise<number> {
  return tx.objection.count({ where: { answeredAt: null, ...person } });
}

/** Keeps an objection until its objector has confirmed the address. */
export async function addRequest(tx: Tx, data: Prisma.ObjectionRequestUncheckedCreateInput): Promise<void> {
  await tx.objectionRequest.create({ data });
}

/** Links that were sent to an address since an instant. */
export function countRequests(tx: Tx, email: string, since: Date): Promise<number> {
  return tx.objectionRequest.count({ where: { email, createdAt: { gte: since } } });
}

const request = {
  id: true,
  publicityId: true,
  objector: true,
  contact: true,
  email: true,
  text: true,
  expiresAt: true,
  usedAt: true,
  objectionId: true,
} as const;

export function findRequest(tx: Tx, by: { id: string } | { tokenHash: string }) {
  return tx.objectionRequest.findUnique({ where: by, select: request });
}

/** Takes a request that nobody has taken; false when it was taken meanwhile. */
export async function takeRequest(tx: Tx, id: string, usedAt: Date): Promise<boolean> {
  return (await tx.objectionRequest.updateMany({ where: { id, usedAt: null }, data: { usedAt } })).count === 1;
}

/** Notes what a request has become. */
export async function noteRaised(tx: Tx, id: string, objectionId: string): Promise<void> {
  await tx.objectionRequest.updateMany({ where: { id }, data: { objectionId } });
}

/** A publicity that runs, with its case. */
export function findRunningPublicity(tx: Tx, id: string) {
  return tx.publicity.findFirst({
    where: { id, endedAt: null },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      amountFen: true,
      application: {
        select: {
          id: true,
          snapshot: true,
          enterprise: { select: { name: true } },
          item: { select: { title: true, titleEn: true } },
          itemVersion: { select: { redemption: true } },
        },
      },
    },
  });
}
