import type { PrismaClient } from "~/generated/prisma/client";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { addDays, shanghaiDay } from "~/kernel/plain-date";
import { seal } from "~/platform/seal.server";
import { addCase, emptyRows, post, type CaseRows } from "./case-rows";
import { pickEnding, type Persons } from "./case-path";
import { caseTemplates } from "./case-templates";
import { playCase, randomWorkday, type DemoCase } from "./demo-case";
import { RandomSource, seedIds, type SeedIds } from "./random-source";
import type { SeededFirm } from "./seed-firms";

type Options = { applications: number; seed: number; key: Buffer; now: Date };

/** Applications over all states and months of the year, played through the real machine and written in bulk. */
export async function seedCases(prisma: PrismaClient, catalogue: PublishedCatalogue, firms: readonly SeededFirm[], options: Options): Promise<number> {
  const random = new RandomSource(options.seed + 1);
  const calendar = new Map((await prisma.calendarDay.findMany()).map((day) => [day.date, day.isWorkday]));
  const persons = await demoPersons(prisma);
  const cases = playCases(catalogue, firms, options, { calendar, persons, random });
  const rows = emptyRows();
  const ids = seedIds(options.seed);
  const accountOf = await seedAccountsOf(prisma, new Set(cases.map((each) => each.firm.id)), { ...options, ids }, persons.ownerId);
  const envelopeOf = await seedEnvelopes(prisma, catalogue, cases, { rows, ids });
  for (const demo of cases) await addCase(rows, demo, { accountOf, envelopeOf, ownerId: persons.ownerId, ids });
  await write(prisma, rows);
  await prisma.$executeRaw`SELECT setval('application_serial', ${BigInt(options.applications * 2 + 1000)}, true)`;
  return cases.length;
}

async function demoPersons(prisma: PrismaClient): Promise<Persons & { ownerId: string }> {
  const users = await prisma.user.findMany({ where: { loginName: { in: ["county", "reviewer", "approver", "head", "expert1", "expert2", "expert3", "reform", "owner"] } }, select: { id: true, loginName: true } });
  const id = (name: string) => users.find((user) => user.loginName === name)?.id ?? "";
  return { county: id("county"), reviewer: id("reviewer"), approver: id("approver"), head: id("head"), co: id("reform"), experts: ["expert1", "expert2", "expert3"].map(id), ownerId: id("owner") };
}

type Tools = { calendar: Map<string, boolean>; persons: Persons; random: RandomSource };

function playCases(catalogue: PublishedCatalogue, firms: readonly SeededFirm[], { applications, now }: Options, { calendar, persons, random }: Tools): DemoCase[] {
  const today = shanghaiDay(now);
  const open = new Set<string>();
  const cases: DemoCase[] = [];
  for (let attempt = 0; cases.length < applications && attempt < applications * 8; attempt += 1) {
    const firm = random.pick(firms);
    const template = random.pick(caseTemplates);
    const published = catalogue.byId.get(template.itemId);
    const key = `${firm.id}:${template.itemId}`;
    const reserved = firm === firms[0] && template.itemId.startsWith("mas-mfg22");
    if (!published || open.has(key) || reserved) continue;
    const ending = pickEnding(random);
    const underWay = ["publicity", "approval", "review", "county", "correcting"].includes(ending);
    const submittedOn = underWay ? randomWorkday(addDays(today, -30), 26, calendar, random) : randomWorkday("2026-01-05", 290, calendar, random);
    const input = { published, firm: { id: firm.id, regionCode: firm.regionCode, facts: factsOf(firm) }, caseFacts: template.facts(random), ending, serial: attempt + 1, submittedOn, today, persons };
    const demo = playCase(input, calendar, random);
    if (!demo) continue;
    open.add(key);
    cases.push(demo);
  }
  const due = duePayment(firms[0], open, catalogue, { today, serial: applications * 8 + 1 }, { calendar, persons, random });
  return due ? [...cases, due] : cases;
}

/** A payment of the firm with demo accounts that waits, whatever chance brought. */
function duePayment(firm: SeededFirm | undefined, open: ReadonlySet<string>, catalogue: PublishedCatalogue, { today, serial }: { today: string; serial: number }, { calendar, persons, random }: Tools): DemoCase | null {
  if (!firm) return null;
  const own = { id: firm.id, regionCode: firm.regionCode, facts: factsOf(firm) };
  for (const template of caseTemplates.filter(({ itemId }) => !itemId.startsWith("mas-mfg22") && !open.has(`${firm.id}:${itemId}`))) {
    const published = catalogue.byId.get(template.itemId);
    const submittedOn = randomWorkday("2026-01-05", 150, calendar, random);
    const demo = published && playCase({ published, firm: own, caseFacts: template.facts(random), ending: "payment", serial, submittedOn, today, persons }, calendar, random);
    if (demo) return demo;
  }
  return null;
}

function factsOf(firm: SeededFirm) {
  return { ...Object.fromEntries(firm.facts.filter(({ year }) => year !== 2024).map(({ fact, value }) => [fact, value])), industry: firm.industryCode, region: firm.regionCode };
}

async function seedAccountsOf(prisma: PrismaClient, firmIds: ReadonlySet<string>, { key, now, ids }: Options & { ids: SeedIds }, createdById: string): Promise<Map<string, string>> {
  const accounts = [...firmIds].map((enterpriseId, index) => {
    const number = `34050${String(index).padStart(11, "0")}`;
    return { id: ids("bankAccount", now), enterpriseId, holder: "示例企业账户", bankName: "示例银行马鞍山分行", sealedNumber: new Uint8Array(seal(number, key)), lastFour: number.slice(-4), createdById, createdAt: now };
  });
  await prisma.bankAccount.createMany({ data: accounts });
  return new Map(accounts.map((account) => [account.enterpriseId, account.id]));
}

/** An envelope for each document with cases, granted a third more than they need, rounded up to 100,000 yuan. */
async function seedEnvelopes(prisma: PrismaClient, { registry, byId }: PublishedCatalogue, cases: readonly DemoCase[], { rows, ids: newId }: { rows: CaseRows; ids: SeedIds }): Promise<Map<string, string>> {
  const needs = new Map<string, bigint>();
  for (const template of caseTemplates) needs.set(registry.documentIdOf(template.itemId), 50_000_000_00n);
  for (const demo of cases) {
    const id = registry.documentIdOf(demo.published.item.id);
    needs.set(id, (needs.get(id) ?? 0n) + demo.fen);
  }
  const ids = new Map<string, string>();
  const createdAt = new Date("2026-01-04T01:00:00Z");
  for (const [documentId, need] of needs) {
    const template = caseTemplates.find((each) => registry.documentIdOf(each.itemId) === documentId);
    const item = template && byId.get(template.itemId)?.item;
    if (!item) continue;
    const id = newId("envelope", createdAt);
    await prisma.envelope.create({ data: { id, year: 2026, level: item.level, regionCode: item.region, documentId, name: item.document.title, createdAt } });
    ids.set(documentId, id);
    post(rows, newId, { movement: "grant", fen: ((need * 4n) / 3n / 1_000_000_0n + 1n) * 1_000_000_0n, applicationId: null, envelopeId: id, at: createdAt });
  }
  return new Map(caseTemplates.map((template) => [template.itemId, ids.get(registry.documentIdOf(template.itemId)) ?? ""]));
}

const chunk = 3000;

async function inChunks<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) await write(rows.slice(start, start + chunk));
}

async function write(prisma: PrismaClient, rows: CaseRows): Promise<void> {
  await inChunks(rows.applications, (data) => prisma.application.createMany({ data }));
  await inChunks(rows.transitions, (data) => prisma.transition.createMany({ data }));
  await inChunks(rows.tasks, (data) => prisma.reviewTask.createMany({ data }));
  await inChunks(rows.publicities, (data) => prisma.publicity.createMany({ data }));
  await inChunks(rows.deadlines, (data) => prisma.deadline.createMany({ data }));
  await inChunks(rows.scores, (data) => prisma.expertScore.createMany({ data }));
  await inChunks(rows.ratings, (data) => prisma.rating.createMany({ data }));
  await inChunks(rows.corrections, (data) => prisma.correctionNotice.createMany({ data }));
  await inChunks(rows.ruleChecks, (data) => prisma.ruleCheck.createMany({ data }));
  await inChunks(rows.payments, (data) => prisma.payment.createMany({ data }));
  await inChunks(rows.reach, (data) => prisma.reach.createMany({ data, skipDuplicates: true }));
  await prisma.$transaction(async (tx) => {
    await inChunks(rows.ledger, (data) => tx.ledgerTransaction.createMany({ data }));
    await inChunks(rows.entries, (data) => tx.ledgerEntry.createMany({ data }));
  }, { timeout: 120_000 });
}
