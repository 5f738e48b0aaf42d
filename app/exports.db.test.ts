import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword } from "~/features/identity/domain/demo-accounts";
import { sessionCookie } from "~/features/identity/domain/session-limits";
import { documentOf, statementOf } from "~/platform/testing/foreign-things";
import { routes, routeWorld, statusOf } from "~/platform/testing/route-world";

const now = new Date("2026-11-24T02:00:00Z");
let world: Awaited<ReturnType<typeof routeWorld>>;
const ids: Record<string, string> = {};

/** Every route that gives data away as a file, to somebody with a right to it: who, what, and the row it leaves. */
const exports: Record<
  string,
  { person: string; params?: Record<string, string>; query?: string; action: string; subject: string }[]
> = {
  "admin.calendar_.$id_.export": [
    { person: "admin", params: { id: "change" }, action: "calendar.moves-exported", subject: "change" },
  ],
  "audit.export": [{ person: "auditor", action: "audit.exported", subject: "log" }],
  "desk.export": [{ person: "reviewer", action: "desk.exported", subject: "queue" }],
  "documents.$id": [
    { person: "owner", params: { id: "document" }, action: "document.downloaded", subject: "document" },
    { person: "auditor", params: { id: "document" }, action: "document.downloaded", subject: "document" },
  ],
  "files.$id": [
    { person: "owner", params: { id: "material" }, action: "material.downloaded", subject: "material" },
    { person: "reviewer", params: { id: "seen" }, action: "material.downloaded", subject: "seen" },
  ],
  "finance.export.$id": ["csv", "xml"].map((format) => ({
    person: "finance",
    params: { id: "batch" },
    query: `?format=${format}`,
    action: "bank-account.exported",
    subject: "batch",
  })),
  "finance.reconciliation_.export": [
    { person: "finance", query: "?year=2026", action: "reconciliation.exported", subject: "2026" },
  ],
  "finance.recoveries_.export": [{ person: "finance", action: "recoveries.exported", subject: "list" }],
  "finance.vouchers.$id": [
    { person: "finance", params: { id: "noted" }, action: "payment.voucher-opened", subject: "noted" },
  ],
  "finance.orders.$id_.paper": [
    { person: "finance", params: { id: "order" }, action: "budget-order.opened", subject: "order" },
  ],
  "firm.applications.$id_.proof": [
    { person: "owner", params: { id: "case" }, action: "proof.exported", subject: "firm" },
  ],
  "firm.drafts.$id_.form": [{ person: "owner", params: { id: "draft" }, action: "draft.exported", subject: "draft" }],
  "firm.report.json": [{ person: "viewer", action: "report.exported", subject: "firm" }],
  "monitor.export": ["csv", "xlsx"].map((format) => ({
    person: "economy",
    query: `?format=${format}`,
    action: "monitoring.exported",
    subject: "cases",
  })),
  "monitor.validity_.export": [{ person: "economy", action: "policy-documents.exported", subject: "coverage" }],
  "validity.export": ["author", "reviewer"].map((person) => ({
    person,
    query: "?work=unconfirmed",
    action: "policy-documents.exported",
    subject: "worklist",
  })),
  "validity.sources.$id": [
    {
      person: "author",
      params: { id: "statement" },
      action: "policy-document.statement-opened",
      subject: "statedDocument",
    },
  ],
  "troubles.export": [{ person: "admin", action: "troubles.exported", subject: "list" }],
  "workbench.export.$documentId": [
    {
      person: "author",
      params: { documentId: "policyDocument" },
      action: "policy-document.exported",
      subject: "policyDocument",
    },
  ],
};
/** Files and figures that are everybody's, given to people nobody knows. */
const published = ["audit-roots.file", "check_.summary", "lookup.industries", "publicity.$id_.notice"];
/** Routes without a page that give nothing away: they remember a choice, lead on, or answer the page that asks. */
const withoutData = [
  "home",
  "language",
  "saved-filters",
  "sign-out",
  "test-clock",
  "text-size",
  "workbench.$id.preview",
];

const sources: Record<string, string> = import.meta.glob("./**/*.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});
const source = (name: string) =>
  Object.entries(sources).find(([file]) => /\/routes\/\w+\/(.+)\/route\.tsx?$/.exec(file)?.[1] === name)?.[1] ?? "";

beforeAll(async () => {
  world = await routeWorld(now);
  const { prisma } = world;
  const owner = await prisma.user.findUniqueOrThrow({ where: { loginName: "owner" }, include: { memberships: true } });
  const finance = await prisma.user.findUniqueOrThrow({ where: { loginName: "finance" } });
  const enterpriseId = owner.memberships[0]?.enterpriseId ?? "";
  const material = await prisma.material.findFirstOrThrow({ where: { application: { enterpriseId } } });
  const seen = await prisma.material.findFirstOrThrow({
    where: { application: { tasks: { some: { departmentId: "city-industry", regionCode: "340500" } } } },
  });
  const own = await prisma.application.findFirstOrThrow({
    where: { enterpriseId, state: { not: "draft" }, payments: { none: {} } },
  });
  const { id: _, number: __, submittedAt: ___, ...rest } = own;
  const draft = await prisma.application.create({ data: { ...rest, state: "draft", year: 2031 } as never });
  const document = await documentOf(prisma, own, await world.storage.put(Buffer.from("%PDF-1.7")), now);
  const batch = await prisma.paymentBatch.create({
    data: {
      number: "PC-1",
      status: "exported",
      regionCode: finance.regionCode ?? "",
      createdById: owner.id,
      exportedById: finance.id,
      exportedAt: now,
      createdAt: now,
      totalFen: 100n,
      paymentCount: 1,
    },
  });
  const [envelope, account] = [
    await prisma.envelope.findFirstOrThrow(),
    await prisma.bankAccount.findFirstOrThrow({ where: { enterpriseId } }),
  ];
  await prisma.payment.create({
    data: {
      applicationId: own.id,
      envelopeId: envelope.id,
      bankAccountId: account.id,
      amountFen: 100n,
      status: "batched",
      batchId: batch.id,
      regionCode: finance.regionCode ?? "",
      createdAt: now,
    },
  });
  const order = await prisma.budgetOrder.create({
    data: {
      id: randomUUID(),
      kind: "poolFund",
      regionCode: finance.regionCode ?? "",
      name: "-",
      year: 0,
      fen: 1n,
      paperNumber: "-",
      paperHash: material.fileHash,
      paperName: "a.pdf",
      paperType: "application/pdf",
      createdById: owner.id,
      createdAt: now,
      idempotencyKey: "-",
    },
  });
  const noted = await prisma.manualSettlement.create({
    data: {
      paymentId: randomUUID(),
      batchId: batch.id,
      voucher: "-",
      bankedOn: "2026-11-24",
      fileHash: material.fileHash,
      fileName: "a.pdf",
      fileType: "application/pdf",
      notedById: owner.id,
      at: now,
    },
  });
  const change = await prisma.calendarChange.create({
    data: {
      id: randomUUID(),
      kind: "day",
      year: 2027,
      reason: "-",
      days: [],
      proposedById: owner.id,
      proposedAt: now,
    },
  });
  const statement = await statementOf(prisma, material.fileHash, owner.id, now);
  Object.assign(ids, {
    statement: statement.id,
    statedDocument: "zone-mfg",
    change: change.id,
    noted: noted.paymentId,
    order: order.id,
    material: material.id,
    seen: seen.id,
    case: own.id,
    draft: draft.id,
    document: document.id,
    batch: batch.id,
    firm: enterpriseId,
    owner: owner.id,
    policyDocument: "mas-mfg22",
    task: seen.applicationId,
  });
});
afterAll(() => world.close());

const named = (key: string) => ids[key] ?? key;
const paramsOf = (params: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(params).map(([name, key]) => [name, named(key)]));

/** The rows that a request leaves. */
async function rowsOf(work: () => Promise<unknown>) {
  const last = await world.prisma.auditEvent.findFirst({ orderBy: { id: "desc" } });
  const answer = await work();
  return {
    answer,
    rows: await world.prisma.auditEvent.findMany({ where: { id: { gt: last?.id ?? 0n } }, orderBy: { id: "asc" } }),
  };
}

describe("what is given away as a file", () => {
  it("is named here: every route without a page, and every page that answers with a file", () => {
    const pageless = routes.filter((route) => !route.default).map(({ name }) => name);
    const files = routes
      .filter(({ name }) => /Content-Disposition|fileResponse|jsonFile|new Response\(/.test(source(name)))
      .map(({ name }) => name);
    expect([...new Set([...pageless, ...files])].sort()).toEqual(
      [...Object.keys(exports), ...published, ...withoutData].sort(),
    );
    expect(files.filter((name) => withoutData.includes(name))).toEqual([]);
  });

  it.each(Object.entries(exports).flatMap(([name, tries]) => tries.map((each) => ({ name, ...each }))))(
    "leaves a row: $name $query to $person",
    async ({ name, person, params, query = "", action, subject }) => {
      const { answer, rows } = await rowsOf(() => world.call(name, { person, params: paramsOf(params), query }));
      expect(statusOf(answer)).toBe(200);
      expect((answer as Response).headers.get("Content-Disposition")).toMatch(/attachment|inline/);
      const { id } = await world.prisma.user.findUniqueOrThrow({ where: { loginName: person } });
      expect(rows).toMatchObject([{ action, subjectId: named(subject), actorId: id, address: "192.0.2.7" }]);
    },
  );
});

describe("bank data", () => {
  it("is opened in one place alone, which one route leads to", () => {
    const opening = Object.entries(sources)
      .filter(([file, text]) => !/\.test\.|\/testing\//.test(file) && /import \{[^}]*\bunseal\b/.test(text))
      .map(([file]) => file);
    expect(opening).toEqual(["./features/treasury/use-cases/export-batch.server.ts"]);
    const reading = Object.entries(sources)
      .filter(([file, text]) => !/\.test\.|\/testing\//.test(file) && /sealedNumber: true/.test(text))
      .map(([file]) => file);
    expect(reading, "and read from the database in one place").toEqual([
      "./features/treasury/adapters/batch.repository.server.ts",
    ]);
    const leading = Object.entries(sources)
      .filter(([file, text]) => !/\.test\.|\/testing\//.test(file) && text.includes("use-cases/export-batch.server"))
      .map(([file]) => file);
    expect(leading).toEqual(["./routes/finance/finance.export.$id/route.tsx"]);
  });

  it("leaves a row where an official looks at a case with an account", async () => {
    const { answer, rows } = await rowsOf(() =>
      world.call("desk.cases.$id", { person: "reviewer", params: { id: ids["task"] ?? "" } }),
    );
    expect(statusOf(answer)).toBe(200);
    expect(rows).toMatchObject([{ action: "application.viewed", subjectId: ids["task"] }]);
  });
});

describe("coming and going", () => {
  const signIn = (loginName: string, password: string) =>
    rowsOf(() => world.call("sign-in", { person: null, form: { loginName, password, back: "/home" } }));

  it("leaves a row at a login", async () => {
    const { answer, rows } = await signIn("owner", demoPassword);
    expect((answer as Response).headers.get("Set-Cookie")).toContain(sessionCookie(undefined));
    expect(rows).toMatchObject([
      { action: "session.opened", subjectId: ids["owner"], after: { address: "192.0.2.7" } },
    ]);
  });

  it("leaves a row at a logout, and none where nobody leaves", async () => {
    expect((await rowsOf(() => world.call("sign-out", { person: "owner", form: {} }))).rows).toMatchObject([
      { action: "session.closed", subjectId: ids["owner"], actorId: ids["owner"] },
    ]);
    expect((await rowsOf(() => world.call("sign-out", { person: "owner", form: {} }))).rows).toEqual([]);
  });

  it("leaves a row at every refused login, and one more when the name is locked", async () => {
    for (let tries = 1; tries <= 5; tries += 1) {
      const { answer, rows } = await signIn("owner", "wrong");
      expect(statusOf(answer)).toBe(401);
      expect(rows).toMatchObject([
        { action: "session.refused", subjectId: ids["owner"], after: { address: "192.0.2.7" } },
      ]);
    }
    const { answer, rows } = await signIn("owner", demoPassword);
    expect(statusOf(answer)).toBe(429);
    expect(rows).toMatchObject([{ action: "session.refused", subjectId: ids["owner"], after: { locked: true } }]);
    expect((await signIn("owner", demoPassword)).rows).toEqual([]);
    expect((await signIn("nobody-here", "wrong")).rows).toMatchObject([
      { action: "session.refused", subjectId: "unknown" },
    ]);
  });
});
