import { createHash } from "node:crypto";
import type { PrismaClient } from "~/generated/prisma/client";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { seal } from "~/platform/seal.server";
import { post } from "./case-money";
import { addCase, emptyRows, type CaseRows, type DemoAccountRow } from "./case-rows";
import { demoFile } from "./seed-materials";
import type { Persons } from "./case-path";
import { caseTemplates } from "./case-templates";
import type { DemoCase } from "./demo-case";
import { budgetYears, demoSpan, yearOpened } from "./demo-span";
import { playCases } from "./play-cases";
import { RandomSource, seedIds, type SeedIds } from "./random-source";
import type { SeededFirm } from "./seed-firms";

type Options = { applications: number; seed: number; key: Buffer; now: Date };

/** Applications over all states and months of the demo's years, played through the real machine and written in bulk. */
export async function seedCases(
  prisma: PrismaClient,
  catalogue: PublishedCatalogue,
  firms: readonly SeededFirm[],
  options: Options,
): Promise<number> {
  const random = new RandomSource(options.seed + 1);
  const calendar = new Map((await prisma.calendarDay.findMany()).map((day) => [day.date, day.isWorkday]));
  const persons = await demoPersons(prisma);
  const span = demoSpan(options.now);
  const cases = playCases(catalogue, firms, options.applications, { calendar, persons, random, span });
  const rows = emptyRows();
  const ids = seedIds(options.seed);
  const accountOf = await seedAccountsOf(
    prisma,
    new Set(cases.map((each) => each.firm.id)),
    { ...options, ids },
    persons.ownerId,
  );
  const materialHash = createHash("sha256").update(demoFile).digest("hex");
  const envelopeOf = await seedEnvelopes(prisma, catalogue, cases, { rows, ids, now: options.now });
  for (const demo of cases)
    await addCase(rows, demo, {
      accountOf,
      envelopeOf,
      ownerId: persons.ownerId,
      roleOf: persons.roleOf,
      ids,
      materialHash,
      materialBytes: demoFile.length,
    });
  await write(prisma, rows);
  await prisma.$executeRaw`SELECT setval('application_serial', ${BigInt(Math.max(0, ...cases.map(({ serial }) => serial))) + 1000n}, true)`;
  return cases.length;
}

async function demoPersons(
  prisma: PrismaClient,
): Promise<Persons & { ownerId: string; roleOf: ReadonlyMap<string, string> }> {
  const users = await prisma.user.findMany({
    where: {
      loginName: { in: ["county", "reviewer", "approver", "head", "expert1", "expert2", "expert3", "reform", "owner"] },
    },
    select: { id: true, loginName: true, roles: true },
  });
  const id = (name: string) => users.find((user) => user.loginName === name)?.id ?? "";
  return {
    county: id("county"),
    reviewer: id("reviewer"),
    approver: id("approver"),
    head: id("head"),
    co: id("reform"),
    experts: ["expert1", "expert2", "expert3"].map(id),
    ownerId: id("owner"),
    roleOf: new Map(users.map((user) => [user.id, user.roles.join("+") || "owner"])),
  };
}

async function seedAccountsOf(
  prisma: PrismaClient,
  firmIds: ReadonlySet<string>,
  { key, now, ids }: Options & { ids: SeedIds },
  createdById: string,
): Promise<Map<string, DemoAccountRow>> {
  const accounts = [...firmIds].map((enterpriseId, index) => {
    const number = `34050${String(index).padStart(11, "0")}`;
    return {
      id: ids("bankAccount", now),
      enterpriseId,
      holder: "示例企业账户",
      bankName: "示例银行马鞍山分行",
      sealedNumber: new Uint8Array(seal(number, key)),
      lastFour: number.slice(-4),
      createdById,
      createdAt: now,
    };
  });
  await prisma.bankAccount.createMany({ data: accounts });
  return new Map(accounts.map((account) => [account.enterpriseId, account]));
}

type Granting = { rows: CaseRows; ids: SeedIds; now: Date };

/** An envelope for each document and year of the demo, granted a third more than its cases need, rounded up to 100,000 yuan. */
async function seedEnvelopes(
  prisma: PrismaClient,
  { registry, byId }: PublishedCatalogue,
  cases: readonly DemoCase[],
  { rows, ids: newId, now }: Granting,
) {
  const ids = new Map<string, string>();
  const key = (documentId: string, year: number) => `${documentId}:${year}`;
  const documents = new Map(caseTemplates.map(({ itemId }) => [registry.documentIdOf(itemId), byId.get(itemId)?.item]));
  for (const year of budgetYears(now)) {
    const createdAt = yearOpened(year, now);
    for (const [documentId, item] of documents) {
      if (!item) continue;
      const need = cases
        .filter((demo) => demo.year === year && registry.documentIdOf(demo.published.item.id) === documentId)
        .reduce((sum, { fen }) => sum + fen, 50_000_000_00n);
      const id = newId("envelope", createdAt);
      await prisma.envelope.create({
        data: {
          id,
          year,
          level: item.level,
          regionCode: item.region,
          documentId,
          name: item.document.title,
          createdAt,
        },
      });
      ids.set(key(documentId, year), id);
      post(rows, newId, {
        movement: "grant",
        fen: ((need * 4n) / 3n / 1_000_000_0n + 1n) * 1_000_000_0n,
        applicationId: null,
        envelopeId: id,
        at: createdAt,
      });
    }
  }
  return (itemId: string, year: number) => ids.get(key(registry.documentIdOf(itemId), year));
}

const chunk = 3000;

async function inChunks<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) await write(rows.slice(start, start + chunk));
}

async function write(prisma: PrismaClient, rows: CaseRows): Promise<void> {
  await inChunks(rows.applications, (data) => prisma.application.createMany({ data }));
  await inChunks(rows.transitions, (data) => prisma.transition.createMany({ data }));
  await inChunks(rows.tasks, (data) => prisma.task.createMany({ data }));
  await inChunks(rows.publicities, (data) => prisma.publicity.createMany({ data }));
  await inChunks(rows.deadlines, (data) => prisma.deadline.createMany({ data }));
  await inChunks(rows.scores, (data) => prisma.expertScore.createMany({ data }));
  await inChunks(rows.ratings, (data) => prisma.rating.createMany({ data }));
  await inChunks(rows.corrections, (data) => prisma.correctionNotice.createMany({ data }));
  await inChunks(rows.materials, (data) => prisma.material.createMany({ data }));
  await inChunks(rows.submissions, (data) => prisma.caseSubmission.createMany({ data }));
  await inChunks(rows.ruleChecks, (data) => prisma.ruleCheck.createMany({ data }));
  await inChunks(rows.payments, (data) => prisma.payment.createMany({ data }));
  await inChunks(rows.reach, (data) => prisma.reach.createMany({ data, skipDuplicates: true }));
  await prisma.$transaction(
    async (tx) => {
      await inChunks(rows.ledger, (data) => tx.ledgerTransaction.createMany({ data }));
      await inChunks(rows.entries, (data) => tx.ledgerEntry.createMany({ data }));
    },
    { timeout: 120_000 },
  );
}
