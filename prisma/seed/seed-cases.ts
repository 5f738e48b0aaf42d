import type { PrismaClient } from "~/generated/prisma/client";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { countyDepartment } from "~/features/redemption/domain/tasks";
import { demoStaff } from "~/features/identity/domain/demo-accounts";
import { addDays, yearOf } from "~/kernel/plain-date";
import { seal } from "~/platform/seal.server";
import { addCase, emptyRows, post, type CaseRows } from "./case-rows";
import { pickEnding, type Ending, type Persons } from "./case-path";
import { caseTemplates, type CaseTemplate } from "./case-templates";
import { playCase, randomWorkday, type DemoCase } from "./demo-case";
import { demoSpan, yearOpened, type DemoSpan } from "./demo-span";
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
  const envelopeOf = await seedEnvelopes(prisma, catalogue, cases, { rows, ids, now: options.now });
  for (const demo of cases)
    await addCase(rows, demo, { accountOf, envelopeOf, ownerId: persons.ownerId, roleOf: persons.roleOf, ids });
  await write(prisma, rows);
  await prisma.$executeRaw`SELECT setval('application_serial', ${BigInt(cases.at(-1)?.serial ?? 0) + 1000n}, true)`;
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

type Tools = { calendar: Map<string, boolean>; persons: Persons; random: RandomSource; span: DemoSpan };
type Choice = { firm: SeededFirm; template: CaseTemplate; ending: Ending; serial: number };

/** Cases by chance, then those that a desk of the demo accounts must not be without. */
function playCases(
  catalogue: PublishedCatalogue,
  firms: readonly SeededFirm[],
  applications: number,
  tools: Tools,
): DemoCase[] {
  const open = new Set<string>();
  const cases: DemoCase[] = [];
  const add = (choice: Choice): boolean => {
    const demo = isFree(choice, open, firms) ? playChoice(catalogue, choice, tools) : null;
    if (!demo) return false;
    open.add(keyOf(choice));
    cases.push(demo);
    return true;
  };
  for (let attempt = 0; cases.length < applications && attempt < applications * 8; attempt += 1) {
    add({
      firm: tools.random.pick(firms),
      template: tools.random.pick(caseTemplates),
      ending: pickEnding(tools.random),
      serial: attempt + 1,
    });
  }
  let serial = applications * 8;
  for (const { ending, count, fits } of certain) {
    const pairs = firms
      .flatMap((firm) => caseTemplates.map((template) => ({ firm, template })))
      .filter((pair) => fits(pair.firm === firms[0], pair.firm, catalogue.byId.get(pair.template.itemId)?.redemption));
    const wanted = cases.length + count;
    for (let attempt = 0; pairs.length > 0 && cases.length < wanted && attempt < pairs.length * 8; attempt += 1)
      add({ ...tools.random.pick(pairs), ending, serial: (serial += 1) });
  }
  return cases;
}

const keyOf = ({ firm, template }: Pick<Choice, "firm" | "template">) => `${firm.id}:${template.itemId}`;

/** One application of a firm for an item; equipment of the first firm is left for whoever tries the demo. */
function isFree(choice: Choice, open: ReadonlySet<string>, firms: readonly SeededFirm[]): boolean {
  return !open.has(keyOf(choice)) && !(choice.firm === firms[0] && choice.template.itemId.startsWith("mas-mfg22"));
}

type Certain = {
  ending: Ending;
  count: number;
  fits(isFirst: boolean, firm: SeededFirm, config: RedemptionConfig | undefined): boolean;
};
const [countyDesk, expertDesk] = ["county", "expert1"].map((name) =>
  demoStaff.find(({ loginName }) => loginName === name),
);

/** A payment that the firm with demo accounts applied for, work of the county with one, and panels of its experts. */
const certain: readonly Certain[] = [
  { ending: "payment", count: 1, fits: (isFirst, _, config) => isFirst && config?.workflow !== "applyFree" },
  {
    ending: "county",
    count: 3,
    fits: (isFirst, { regionCode }, config) =>
      !isFirst &&
      regionCode === countyDesk?.regionCode &&
      config?.countyPreReview === true &&
      countyDepartment(config.leadDepartmentId) === countyDesk.departmentId,
  },
  {
    ending: "panel",
    count: 3,
    fits: (isFirst, _, config) =>
      !isFirst && (config?.experts ?? 0) > 1 && config?.leadDepartmentId === expertDesk?.departmentId,
  },
];
const underWay: ReadonlySet<Ending> = new Set(["publicity", "approval", "review", "county", "panel", "correcting"]);

function playChoice(
  catalogue: PublishedCatalogue,
  { firm, template, ending, serial }: Choice,
  { calendar, persons, random, span }: Tools,
): DemoCase | null {
  const published = catalogue.byId.get(template.itemId);
  if (!published) return null;
  const submittedOn = underWay.has(ending)
    ? randomWorkday(addDays(span.today, -30), 26, calendar, random)
    : randomWorkday(span.begins, span.days - 34, calendar, random);
  const year = yearOf(submittedOn);
  return playCase(
    {
      published,
      firm: { id: firm.id, regionCode: firm.regionCode, facts: factsOf(firm) },
      caseFacts: template.facts(random, year),
      ending,
      serial,
      submittedOn,
      today: span.today,
      persons,
    },
    calendar,
    random,
  );
}

/** What is known of a firm: of yearly figures the latest. */
function factsOf(firm: SeededFirm) {
  const latest = Math.max(...firm.facts.map(({ year }) => year));
  return {
    ...Object.fromEntries(
      firm.facts.filter(({ year }) => year === 0 || year === latest).map(({ fact, value }) => [fact, value]),
    ),
    industry: firm.industryCode,
    region: firm.regionCode,
  };
}

async function seedAccountsOf(
  prisma: PrismaClient,
  firmIds: ReadonlySet<string>,
  { key, now, ids }: Options & { ids: SeedIds },
  createdById: string,
): Promise<Map<string, string>> {
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
  return new Map(accounts.map((account) => [account.enterpriseId, account.id]));
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
  for (const year of demoSpan(now).years) {
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
  await inChunks(rows.tasks, (data) => prisma.reviewTask.createMany({ data }));
  await inChunks(rows.publicities, (data) => prisma.publicity.createMany({ data }));
  await inChunks(rows.deadlines, (data) => prisma.deadline.createMany({ data }));
  await inChunks(rows.scores, (data) => prisma.expertScore.createMany({ data }));
  await inChunks(rows.ratings, (data) => prisma.rating.createMany({ data }));
  await inChunks(rows.corrections, (data) => prisma.correctionNotice.createMany({ data }));
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
