import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { coRegion } from "~/features/redemption/domain/co-region";
import { migrateSnapshot } from "~/features/redemption/domain/migrate-snapshot";
import { withClient } from "../../scripts/lib/database.mjs";
import { migrations } from "../../scripts/lib/migrate.mjs";

type Row = Record<string, unknown>;
type Client = { query<T = Row>(text: string, values?: unknown[]): Promise<{ rows: T[] }> };

/** A database that stood still before 2026-11-29, with rows as they were stored then, brought up to the present. */
const name = `test_${randomUUID().replaceAll("-", "")}`;
const stoodStill = "0122";
const ids: Record<string, string> = {};
let url: string;

beforeAll(async () => {
  const { adminUrl } = inject("testServer");
  await withClient(adminUrl, (client: Client) => client.query(`CREATE DATABASE "${name}"`));
  const place = new URL(adminUrl);
  place.pathname = name;
  url = place.href;
  await withClient(url, async (client: Client) => {
    const all = migrations() as { name: string; sql: string }[];
    for (const { sql } of all.filter((each) => each.name < stoodStill)) await client.query(sql);
    await putOldRows(new OldRows(client));
    for (const { sql } of all.filter((each) => each.name >= stoodStill)) await client.query(`BEGIN; ${sql}; COMMIT`);
  });
});
afterAll(() =>
  withClient(inject("testServer").adminUrl, (client: Client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`)),
);

const read = <T = Row>(sql: string, ...values: unknown[]): Promise<T[]> =>
  withClient(url, async (client: Client) => (await client.query<T>(sql, values)).rows) as Promise<T[]>;
const one = async <T = Row>(table: string, id: string | undefined) =>
  (await read<T>(`SELECT * FROM "${table}" WHERE id = $1`, id))[0];

/** Writes rows of which only what matters is named: any other column without a default gets a value of its kind. */
class OldRows {
  constructor(private readonly client: Client) {}

  async put(table: string, row: Row): Promise<string> {
    const { rows: columns } = await this.client.query<{ column_name: string; data_type: string }>(
      `SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
        AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'`,
      [table],
    );
    const blank = Object.fromEntries(columns.map((each) => [each.column_name, blankOf(each.data_type)]));
    const whole = { ...blank, ...row };
    const names = Object.keys(whole);
    const { rows } = await this.client.query<{ id?: unknown }>(
      `INSERT INTO "${table}" (${names.map((each) => `"${each}"`).join(", ")}) VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")}) RETURNING *`,
      Object.values(whole).map((value) => (isPlain(value) ? JSON.stringify(value) : value)),
    );
    return String(rows[0]?.id ?? "");
  }
}

const isPlain = (value: unknown) =>
  typeof value === "object" && value !== null && !(value instanceof Date) && !Array.isArray(value);

function blankOf(type: string): unknown {
  if (type === "uuid") return randomUUID();
  if (type.startsWith("timestamp")) return new Date("2026-11-20T02:00:00Z");
  if (type === "jsonb") return {};
  if (type === "ARRAY") return [];
  if (type === "boolean") return false;
  return type === "text" ? "-" : 0;
}

const context = { round: 1, agreed: [], disagreeing: [] as string[], reserved: false, corrections: 0 };
const lead = {
  leadDepartmentId: "city-industry",
  regionCode: "340500",
  level: "city",
  coDepartmentIds: ["city-finance"],
};

async function putOldRows(old: OldRows): Promise<void> {
  for (const [date, isWorkday] of [
    ["2027-02-04", true],
    ["2027-02-08", true],
  ] as const)
    await old.put("CalendarDay", { date, isWorkday, note: "暂按周一至周五，待国务院办公厅通知" });
  await old.put("CalendarDay", { date: "2027-02-09", isWorkday: true, note: "防汛值守" });
  await old.put("PolicyItem", { id: "item", documentId: "document", documentTitle: "示例办法" });
  const version = await old.put("PolicyItemVersion", { itemId: "item", number: 1, redemption: lead });
  const firm = async (code: string) => old.put("Enterprise", { creditCode: code, name: code });
  const application = async (key: string, row: Row) => {
    ids[key] = await old.put("Application", {
      itemId: "item",
      itemVersionId: version,
      year: 2026,
      machineId: "reviewed",
      machineVersion: 3,
      number: key,
      ...row,
    });
    return ids[key] ?? "";
  };
  await putWithoutAccount(old, firm, application);
  await putCorrected(old, firm, application);
  await putDisputed(old, firm, application);
  await putStuck(old);
}

type Putting = { firm: (code: string) => Promise<string>; application: (key: string, row: Row) => Promise<string> };

/** Second applications that were sent without the account their page showed. */
async function putWithoutAccount(old: OldRows, firm: Putting["firm"], application: Putting["application"]) {
  const [single, none] = [await firm("A1"), await firm("A2")];
  ids["account"] = await old.put("BankAccount", {
    enterpriseId: single,
    lastFour: "0122",
    sealedNumber: Buffer.from("x"),
  });
  await old.put("BankAccount", {
    enterpriseId: single,
    retiredAt: new Date("2026-01-01"),
    sealedNumber: Buffer.from("x"),
  });
  await old.put("BankAccount", {
    enterpriseId: none,
    retiredAt: new Date("2026-01-01"),
    sealedNumber: Buffer.from("x"),
  });
  const stuck = await application("stuck", {
    enterpriseId: single,
    state: "publicity",
    snapshot: { value: { publicity: "running" }, context, status: "active", version: 3 },
  });
  await application("undecidable", { enterpriseId: none, state: "publicity", itemId: "item" });
  await application("over", { enterpriseId: single, state: "closed" });
  await application("draft", { enterpriseId: single, state: "draft", number: null, year: 2025 });
  ids["hourly"] = await old.put("Deadline", {
    applicationId: stuck,
    kind: "publicity",
    event: "PUBLICITY_ENDED",
    dueAt: new Date(Date.now() + 50 * 60_000),
  });
  ids["running"] = await old.put("Deadline", {
    applicationId: ids["undecidable"],
    kind: "publicity",
    event: "PUBLICITY_ENDED",
    dueAt: new Date("2031-01-01"),
  });
}

/** A case that was corrected: its first facts are lost, the last ones are those of the second handing-in. */
async function putCorrected(old: OldRows, firm: Putting["firm"], application: Putting["application"]) {
  const id = await application("corrected", {
    enterpriseId: await firm("B1"),
    state: "departmentReview",
    claimedFen: 33_000_000n,
    pledgedAt: new Date("2026-11-01T02:00:00Z"),
    submittedAt: new Date("2026-11-01T02:00:00Z"),
    profileSnapshot: { facts: { techRenovationEquipment: 3_300_000 }, records: [], asOf: "2026-11-10" },
    snapshot: { value: { review: { departments: { lead: "reviewing" } } }, context, status: "active", version: 3 },
  });
  const transition = (seq: number, event: string, at: string) =>
    old.put("Transition", { applicationId: id, seq, event, at: new Date(at), idempotencyKey: String(seq) });
  await transition(1, "SUBMIT", "2026-11-01T02:00:00Z");
  await transition(2, "RESUBMIT", "2026-11-10T02:00:00Z");
  const material = (fileName: string, uploadedAt: string, removedAt: string | null) =>
    old.put("Material", {
      applicationId: id,
      name: "设备清单",
      fileName,
      uploadedAt: new Date(uploadedAt),
      removedAt: removedAt && new Date(removedAt),
    });
  await material("第一次.pdf", "2026-11-01T01:00:00Z", "2026-11-09T01:00:00Z");
  await material("第二次.pdf", "2026-11-09T01:00:00Z", null);
  await material("之后.pdf", "2026-11-12T01:00:00Z", null);
  const check = (moment: string, at: string) =>
    old.put("RuleCheck", { applicationId: id, itemVersionId: randomUUID(), moment, at: new Date(at) });
  ids["checkSubmit"] = await check("submit", "2026-11-01T02:00:00Z");
  ids["checkAgain"] = await check("submit", "2026-11-10T02:00:00Z");
  ids["checkApprove"] = await check("approve", "2026-11-15T02:00:00Z");
  ids["notice"] = await old.put("CorrectionNotice", {
    applicationId: id,
    round: 1,
    points: JSON.stringify([{ about: "a", text: "b" }]),
  });
}

/** Cases of the third machine: one with a co-department against it, one whose publicity an objection stops. */
async function putDisputed(old: OldRows, firm: Putting["firm"], application: Putting["application"]) {
  const enterpriseId = await firm("C1");
  const departments = { lead: "recommended", [coRegion("city-finance")]: "done" };
  await application("disagreed", {
    enterpriseId,
    state: "departmentReview",
    snapshot: {
      value: { review: { departments } },
      context: { ...context, disagreeing: ["city-finance"] },
      status: "active",
      version: 3,
    },
  });
  const disputed = await application("objected", {
    enterpriseId: await firm("C2"),
    state: "publicity",
    snapshot: { value: { publicity: "disputed" }, context, status: "active", version: 3 },
  });
  ids["publicityTerm"] = await old.put("Deadline", {
    applicationId: disputed,
    kind: "publicity",
    event: "PUBLICITY_ENDED",
    dueAt: new Date("2026-12-10T16:00:00Z"),
  });
  ids["objection"] = await old.put("Objection", {
    applicationId: disputed,
    objector: "某人",
    raisedAt: new Date("2026-11-20T02:00:00Z"),
    dueOn: "2026-12-04",
  });
}

/** A message that failed for good, and notices that led where their reader may not go. */
async function putStuck(old: OldRows) {
  ids["dead"] = await old.put("Outbox", {
    topic: "document",
    failedAt: new Date("2026-11-20T18:00:00Z"),
    lastError: "nothing to say",
  });
  ids["waiting"] = await old.put("Outbox", {
    topic: "notice",
    payload: { to: { departmentId: "city-industry", regionCode: "340500", panel: false }, kind: "taskOpened" },
  });
  const [finance, author, disabled] = [
    await old.put("User", { loginName: "f", roles: ["finance"] }),
    await old.put("User", { loginName: "p", roles: ["policyAuthor"] }),
    await old.put("User", { loginName: "d", roles: ["reviewer"], disabledAt: new Date("2026-11-01") }),
  ];
  const notice = (userId: string) => old.put("Notice", { userId, href: "/desk/cases/1" });
  ids["financeNotice"] = await notice(finance);
  ids["authorNotice"] = await notice(author);
  ids["task"] = await old.put("ReviewTask", {
    applicationId: ids["corrected"],
    stage: "leadReview",
    departmentId: "city-industry",
    regionCode: "340500",
    dueOn: "2026-12-01",
    assigneeId: disabled,
  });
}

describe("a database of before, brought up to the present", () => {
  it("knows the account of a case where its firm has one, and tries what was put off at once", async () => {
    expect(await one("Application", ids["stuck"])).toMatchObject({ bankAccountId: ids["account"] });
    for (const key of ["undecidable", "over", "draft"])
      expect(await one("Application", ids[key])).toMatchObject({ bankAccountId: null });
    const hourly = await one<{ dueAt: Date; putOffs: number }>("Deadline", ids["hourly"]);
    expect(hourly?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(hourly?.putOffs).toBe(0);
    expect(await one("Deadline", ids["running"])).toMatchObject({ dueAt: new Date("2031-01-01") });
  });

  it("keeps of a corrected case the last handing-in as the second, with the files of its day", async () => {
    const rows = await read<Row & { materials: { fileName: string }[] }>(`SELECT * FROM "CaseSubmission"`);
    expect(rows).toMatchObject([
      {
        applicationId: ids["corrected"],
        seq: 2,
        kind: "correction",
        at: new Date("2026-11-10T02:00:00Z"),
        frozen: { facts: { techRenovationEquipment: 3_300_000 } },
        ruleFen: "33000000",
        pledged: true,
        account: null,
      },
    ]);
    expect(rows[0]?.materials.map(({ fileName }) => fileName)).toEqual(["第二次.pdf"]);
    for (const [key, submission] of [
      ["checkSubmit", 1],
      ["checkAgain", 2],
      ["checkApprove", 2],
    ] as const)
      expect(await one("RuleCheck", ids[key])).toMatchObject({ submission });
    expect(await one("CorrectionNotice", ids["notice"])).toMatchObject({ answers: [] });
    await expect(read(`UPDATE "CaseSubmission" SET seq = 3`)).rejects.toThrow("append-only");
  });

  it("lets a disagreement be conferred about, by its lead department and with a term", async () => {
    const tasks = await read<Row & { dueOn: string }>(
      `SELECT * FROM "Task" WHERE "applicationId" = $1`,
      ids["disagreed"],
    );
    expect(tasks).toMatchObject([
      { stage: "conferral", departmentId: "city-industry", regionCode: "340500", closedAt: null },
    ]);
    const waits = await read<{ kind: string; event: string; dueAt: Date }>(
      `SELECT * FROM "Deadline" WHERE "applicationId" = $1`,
      ids["disagreed"],
    );
    expect(waits).toMatchObject([{ kind: "conferral", event: "CONFERRAL_OVERDUE" }]);
    // The wait ends with the task's last day, in Shanghai.
    expect(new Date((waits[0]?.dueAt.getTime() ?? 0) + 8 * 3_600_000 - 1).toISOString().slice(0, 10)).toBe(
      tasks[0]?.dueOn,
    );
    const stored = (await one<{ snapshot: Parameters<typeof migrateSnapshot>[0] }>("Application", ids["disagreed"]))
      ?.snapshot;
    expect(stored && migrateSnapshot(stored).value).toMatchObject({
      review: { departments: { accord: "conferring" } },
    });
    expect(
      await read(`SELECT * FROM "Task" WHERE "applicationId" = $1 AND stage = 'conferral'`, ids["corrected"]),
    ).toEqual([]);
  });

  it("takes an open objection for admitted, and stops the term of its publicity", async () => {
    expect(await one("Objection", ids["objection"])).toMatchObject({
      source: "anonymous",
      admission: "before",
      admittedAt: new Date("2026-11-20T02:00:00Z"),
      dueOn: "2026-12-04",
      answeredAt: null,
    });
    expect(await one("Deadline", ids["publicityTerm"])).toMatchObject({
      cancelledAt: expect.any(Date) as Date,
      handledAt: null,
    });
  });

  it("brings what failed for good to somebody, and notices to who may read them", async () => {
    // 20 November 18:00 UTC is the 21st in Shanghai; it is due the day after.
    expect(await read(`SELECT * FROM "Trouble"`)).toMatchObject([
      {
        kind: "message",
        subject: ids["dead"],
        step: "document",
        reason: "request.failed",
        detail: "nothing to say",
        closedAt: null,
      },
    ]);
    const task = { stage: "message", departmentId: "platform", dueOn: "2026-11-22", closedAt: null };
    expect(await read(`SELECT * FROM "Task" WHERE "subjectType" = 'trouble'`)).toMatchObject([task]);
    expect(await one("Outbox", ids["waiting"])).toMatchObject({
      payload: {
        to: { office: { departmentId: "city-industry", regionCode: "340500" }, needs: "review:application:department" },
      },
    });
    expect(await one("Notice", ids["financeNotice"])).toMatchObject({ href: "/finance/payments" });
    expect(await one("Notice", ids["authorNotice"])).toBeUndefined();
    expect(await one("Task", ids["task"])).toMatchObject({
      ...{ assigneeId: null, closedAt: null, subjectType: "application", subjectId: ids["corrected"] },
    });
  });

  it("marks years instead of days, and keeps what somebody wrote by a day", async () => {
    expect(await read(`SELECT date, "isWorkday", note FROM "CalendarDay" ORDER BY date`)).toEqual([
      { date: "2027-02-04", isWorkday: true, note: null },
      { date: "2027-02-08", isWorkday: true, note: null },
      { date: "2027-02-09", isWorkday: true, note: "防汛值守" },
    ]);
    expect(await read(`SELECT year FROM "CalendarYear" ORDER BY year`)).toEqual([{ year: 2025 }, { year: 2026 }]);
    expect(await read(`SELECT id, title FROM "PolicyDocument"`)).toEqual([{ id: "document", title: "示例办法" }]);
  });
});
