import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessionCookie } from "~/features/identity/domain/session-limits";
import { areaPeople, routes, routeWorld, statusOf } from "~/platform/testing/route-world";

const now = new Date("2026-11-24T02:00:00Z");
const NIL = "00000000-0000-0000-0000-000000000000";
let world: Awaited<ReturnType<typeof routeWorld>>;
/** Ids that exist, so that a bad field is met behind the first look-up too. */
let ids: string[] = [];

beforeAll(async () => {
  world = await routeWorld(now);
  const { prisma } = world;
  const drafts = await prisma.application.findMany({ take: 40, orderBy: { createdAt: "desc" }, select: { id: true } });
  const users = await prisma.user.findMany({ take: 3, select: { id: true } });
  const envelopes = await prisma.envelope.findMany({ take: 2, select: { id: true } });
  const payments = await prisma.payment.findMany({ take: 3, select: { id: true } });
  ids = [...drafts, ...users, ...envelopes, ...payments].map(({ id }) => id);
});
// Somebody may have been signed out, or have changed the password, by chance.
beforeEach(() => world.readmit());
afterAll(() => world.close());

const sources: Record<string, string> = import.meta.glob(["./routes/**/*.{ts,tsx}", "./features/**/*.{ts,tsx}"], {
  eager: true,
  query: "?raw",
  import: "default",
});
const written = Object.values(sources).join("\n");
const found = (pattern: RegExp) => [...new Set([...written.matchAll(pattern)].map(([, word = ""]) => word))];

/** Fields of forms, parameters of addresses and what buttons say, as the pages are written. */
const fields = found(/name="([a-zA-Z]{1,30})"/g);
const parameters = found(/(?:searchParams|search|parameters)\.(?:get|has)\("([a-zA-Z]{1,30})"\)/g);
const intents = found(/intent === "(\w+)"|value="(\w+)"/g).filter(Boolean);

const hostile = [
  "",
  " ",
  "\u0000",
  "甲\u0000乙",
  "\u202e\u2066\u200b",
  "\ud800",
  "constructor",
  "toString",
  "__proto__",
  "hasOwnProperty",
  "-1",
  "0",
  "1.5",
  "1e9",
  "1e308",
  "-1e400",
  "NaN",
  "Infinity",
  "99999999",
  "275761",
  "2147483648",
  "92233720368547758.07",
  "9".repeat(40),
  "9".repeat(400),
  "0000-00-00",
  "9999-12-31",
  "2026-02-30",
  "99999-01-01",
  "not-a-uuid",
  "' OR 1=1 --",
  "%",
  "\\",
  "%00",
  "../../etc/passwd",
  "{}",
  "[]",
  "null",
  "true",
  "中".repeat(3000),
];
const value = () => fc.oneof(fc.constantFrom(...hostile), fc.constantFrom(...ids), fc.string({ unit: "binary" }));
const some = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), value(), { maxKeys: 6 });
const keys = () =>
  fc.record({ id: value(), itemId: value(), token: value(), code: value(), group: value(), documentId: value() });
const realKeys = () =>
  fc.record({
    id: fc.constantFrom(...ids),
    itemId: fc.constantFrom("zone-mfg-003", "zone-iii-002"),
    group: fc.constant("scale"),
  });
const query = () => some([...parameters, ...fields]).map((each) => `?${new URLSearchParams(each)}`);
const form = () =>
  fc
    .tuple(some(fields), fc.constantFrom(...intents, ...hostile), fc.constantFrom("1", "0", "-1", "1e308", "x"))
    .map(([typed, intent, version]): Record<string, string> => ({ ...typed, intent, action: intent, version }));
const setting = (numRuns: number) => ({ seed: 20261129, numRuns });

/** The status of an answer; an error that no page expects shows as what it is. */
async function answered(name: string, asked: Parameters<typeof world.call>[1]): Promise<number> {
  const answer = await world.call(name, asked).catch((error: unknown) => {
    throw new Error(`${name} ${JSON.stringify(asked).slice(0, 600)}`, { cause: error });
  });
  return statusOf(answer);
}

describe("a bad address", () => {
  it.each(routes.filter(({ loader }) => loader))("$name", async ({ name }) => {
    const person = fc.constantFrom(...areaPeople(name));
    await fc.assert(
      fc.asyncProperty(person, fc.oneof(keys(), realKeys()), query(), async (who, params, asked) => {
        expect(await answered(name, { person: who, params, query: asked })).toBeLessThan(500);
      }),
      setting(8),
    );
  });
});

describe("a bad form", () => {
  const bodies = [
    { content: "{", type: "application/json" },
    { content: "a=1", type: "text/plain" },
    { content: "a=1", type: null },
    { content: "--x\r\nbroken", type: "multipart/form-data; boundary=x" },
    { content: "a=1", type: "multipart/form-data" },
    { content: "a=1&a=2&intent=x&intent=y", type: "application/x-www-form-urlencoded" },
    { content: `[${"[".repeat(3000)}${"]".repeat(3000)}]`, type: "application/json" },
    { content: "a".repeat(300_000), type: "application/x-www-form-urlencoded" },
  ];

  it.each(routes.filter(({ action }) => action))("$name", async ({ name }) => {
    const person = fc.constantFrom(...areaPeople(name));
    const params = fc.oneof({ weight: 1, arbitrary: keys() }, { weight: 3, arbitrary: realKeys() });
    const sent = fc.oneof(
      { weight: 4, arbitrary: form().map((typed) => ({ form: typed })) },
      { weight: 1, arbitrary: fc.constantFrom(...bodies).map((body) => ({ body })) },
    );
    await fc.assert(
      fc.asyncProperty(person, params, sent, query(), async (who, key, what, asked) => {
        expect(await answered(name, { person: who, params: key, query: asked, ...what })).toBeLessThan(500);
      }),
      setting(16),
    );
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("whose intent is %s", async (intent) => {
    expect(await answered("firm.drafts.$id", { person: "owner", params: { id: NIL }, form: { intent } })).toBe(400);
    expect(await answered("firm.applications.$id", { person: "owner", params: { id: NIL }, form: { intent } })).toBe(
      400,
    );
    expect(await answered("finance.reconciliation", { person: "finance", form: { intent } })).toBe(400);
  });
});

describe("a bad cookie", () => {
  const name = sessionCookie(undefined);
  it.each([
    `${name}=%E0%A4%A`,
    `${name}=%00`,
    `${name}=%`,
    name,
    `${name}=${"x".repeat(5000)}`,
    "lang=%E0; text=\u0001",
    ";;==;",
  ])("%.40s is none", async (cookie) => {
    expect(await answered("_index", { person: null, cookie })).toBe(200);
    expect(await answered("home", { person: null, cookie })).toBe(302);
  });
});

describe("an odd year or page in an address", () => {
  it.each(["99999999", "275761", "1e308", "-1", "0x7ea", "", "NaN"])("year=%s is this year", async (year) => {
    for (const name of ["finance._index", "finance.reconciliation", "finance.forecast"]) {
      const answer = (await world.call(name, { person: "finance", query: `?year=${year}` })) as { year: number };
      expect(answer.year, name).toBe(2026);
    }
  });

  it.each(["-1", "1e9", "0", "1.5", "x", "99999999999999999999"])("page=%s is a page there is", async (page) => {
    for (const [name, person] of [
      ["check", null],
      ["policies._index", null],
      ["audit-roots._index", null],
      ["desk._index", "reviewer"],
      ["admin.users._index", "admin"],
      ["finance.payments", "finance"],
      ["notices", "owner"],
    ] as const)
      expect([200, 302], name).toContain(await answered(name, { person, query: `?page=${page}` }));
  });
});

describe("twelve starts of one draft at once", () => {
  const drafts = (itemId: string) => ({ itemId, state: "draft", createdAt: now });

  it("make one draft and no error", async () => {
    const itemId = await offered();
    const start = () => answered("firm.apply.$itemId", { person: "owner", params: { itemId }, form: {} });
    const answers = await Promise.all(Array.from({ length: 12 }, start));
    expect(answers).toEqual(answers.map(() => 302));
    expect(await world.prisma.application.count({ where: drafts(itemId) })).toBe(1);
  });

  /** An item of which the firm can start a draft. */
  async function offered(): Promise<string> {
    for (const { item } of world.catalogue.items) {
      const before = await world.prisma.application.count({ where: { itemId: item.id } });
      if (before > 0) continue;
      await world.call("firm.apply.$itemId", { person: "owner", params: { itemId: item.id }, form: {} });
      const { count } = await world.prisma.application.deleteMany({ where: drafts(item.id) });
      if (count === 1) return item.id;
    }
    throw new Error("nothing is offered");
  }
});
