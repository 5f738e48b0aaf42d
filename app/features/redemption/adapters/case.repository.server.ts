import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { OpenTask } from "~/features/work/domain/task";
import type { Prisma } from "~/generated/prisma/client";
import { atEnd, oncePerTransaction, writeBefore } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { changes, insertion, writing } from "~/platform/write-rows.server";
import { editionInForceKey } from "~/features/calendar/domain/edition";
import type { CaseRecord } from "../domain/case-record";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";

/** Which case, and whose. */
export type CaseKey = { id: string; enterpriseId?: string };

/** Locks rows of cases in the order of their ids: whoever comes second waits and then sees what the first did. */
export async function lockRows(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Application" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

type CaseCore = {
  id: string;
  number: string | null;
  enterpriseId: string;
  itemId: string;
  itemVersionId: string;
  year: number;
  state: string;
  snapshot: unknown;
  machineId: string;
  machineVersion: number;
  machineHash: string;
  approvedFen: bigint | null;
  claimedFen: bigint | null;
  bankAccountId: string | null;
  promisedOn: string | null;
  version: number;
  firmName: string;
  firmRegion: string;
  firmCode: string;
  /** the account it is paid to, as papers say it */
  account: CaseRecord["account"];
  /** place of the last transition, 0 before the first */
  lastSeq: number;
  /** work that is open */
  tasks: OpenTask[];
  /** terms that run */
  waits: string[];
  recusals: { userId: string }[];
  /** what was answered to this key before */
  earlier: { bodyHash: string; toState: string } | null;
};

/** A locked case with all that a step needs to know of it. */
export type CaseRow = CaseCore & { config: RedemptionConfig; item: PolicyItem };

/** The case with its row locked, and what was answered to a key; null where there is none for this owner. */
export async function lockCase(tx: Tx, { id, enterpriseId }: CaseKey, idempotencyKey: string): Promise<CaseRow | null> {
  const [row] = await lockCases(tx, [{ id, idempotencyKey }]);
  return row && (enterpriseId === undefined || row.enterpriseId === enterpriseId) ? row : null;
}

/** Cases with their rows locked, in the order of their ids, each with what was answered to its key. */
export async function lockCases(tx: Tx, asked: readonly { id: string; idempotencyKey: string }[]): Promise<CaseRow[]> {
  const rows = await tx.$queryRaw<
    (CaseCore & { calendarEdition: string })[]
  >`SELECT * FROM lock_cases(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ idempotencyKey }) => idempotencyKey)}::text[]) /* of "Application", "Task", "Transition", "Deadline" */`;
  const cases: CaseRow[] = [];
  for (const { calendarEdition, ...row } of rows) {
    void oncePerTransaction(tx, editionInForceKey, () => Promise.resolve(calendarEdition));
    cases.push({ ...row, ...(await readVersion(tx, row.itemVersionId)) });
  }
  return cases;
}

/** A published version of an item: its text, and how it is redeemed. */
export type Version = { config: RedemptionConfig; item: PolicyItem };
const versions = new Map<string, Version>();
const versionsKept = 2000;

/** Text and redemption of a published version; they never change, so they are read once. */
export async function readVersion(tx: Tx, id: string): Promise<Version> {
  const known = versions.get(id);
  if (known) return known;
  const row = await tx.policyItemVersion.findUniqueOrThrow({
    where: { id },
    select: { redemption: true, content: true },
  });
  const read = { config: readConfig(row.redemption), item: readItem(row.content) };
  if (versions.size >= versionsKept) versions.clear();
  versions.set(id, read);
  return read;
}

/** Whether a step with this key has been taken. */
export async function isTaken(tx: Tx, applicationId: string, idempotencyKey: string): Promise<boolean> {
  return (await tx.transition.count({ where: { applicationId, idempotencyKey } })) > 0;
}

/** How the conditions of a listed firm stood, and why its sum is not the one the rule gives; nulls for what came otherwise. */
export async function listedAs(tx: Tx, id: string): Promise<{ listVerdict: string | null; sumReason: string | null }> {
  return tx.application.findUniqueOrThrow({ where: { id }, select: { listVerdict: true, sumReason: true } });
}

/** Writes the next step of a case; `seq` is its place. */
export function addTransition(tx: Tx, row: Prisma.TransitionCreateManyInput): Promise<void> {
  return atEnd(
    tx,
    "transition",
    { order: `${row.applicationId} ${String(row.seq).padStart(6, "0")}`, row },
    (waiting) =>
      insertion(
        "Transition",
        waiting.map((each) => each.row),
      ),
  );
}

/** Moves a case that `lockCase` has locked: nobody else can have changed it since it was read. */
export function moveCase(tx: Tx, id: string, data: Partial<Prisma.ApplicationCreateManyInput>): Promise<void> {
  return atEnd(tx, "case", { order: "", row: { ...data, id } }, (waiting) =>
    changes(
      "Application",
      waiting.map(({ row }) => row),
    ),
  );
}

export function openPublicity(tx: Tx, row: Prisma.PublicityCreateManyInput & { id: string }): Promise<void> {
  return atEnd(tx, "publicity", { order: "", row }, (waiting) =>
    insertion(
      "Publicity",
      waiting.map((each) => each.row),
    ),
  );
}

export async function endPublicity(tx: Tx, applicationId: string, at: Date): Promise<void> {
  await writeBefore<Prisma.PublicityCreateManyInput>(tx, "publicity", (row) => row.applicationId === applicationId);
  await atEnd(tx, "publicityOver", { order: "", row: { applicationId, at } }, (waiting) =>
    waiting.map(
      ({ row }) =>
        writing`UPDATE "Publicity" SET "endedAt" = ${row.at} WHERE "applicationId" = ${row.applicationId}::uuid AND "endedAt" IS NULL`,
    ),
  );
}

export async function issueCorrection(tx: Tx, data: Prisma.CorrectionNoticeUncheckedCreateInput): Promise<void> {
  await tx.correctionNotice.create({ data });
}

/** The notice of a case that waits for the firm's answer; of a firm's own case where that is named. */
export async function findOpenCorrection(tx: Tx, applicationId: string, enterpriseId?: string) {
  return tx.correctionNotice.findFirst({
    where: { applicationId, answeredAt: null, application: { enterpriseId } },
    select: { id: true, issuedAt: true, points: true },
  });
}

/** Closes the open notice; gives when it was issued. */
export async function answerCorrection(
  tx: Tx,
  applicationId: string,
  answered: { answer: string; answers: string[]; answeredAt: Date },
): Promise<{ issuedAt: Date } | null> {
  const open = await findOpenCorrection(tx, applicationId);
  if (open) await tx.correctionNotice.update({ where: { id: open.id }, data: answered });
  return open;
}

export async function movePromise(tx: Tx, id: string, promisedOn: string): Promise<void> {
  await tx.application.updateMany({ where: { id }, data: { promisedOn } });
}

/** The last day of the publicity that runs; null where none does. */
export async function publicityEnd(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx.publicity.findFirst({
    where: { applicationId, endedAt: null },
    orderBy: { startsOn: "desc" },
    select: { endsOn: true },
  });
  return row?.endsOn ?? null;
}
