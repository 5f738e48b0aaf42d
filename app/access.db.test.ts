import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewActions } from "~/features/redemption/domain/review-actions";
import { decisions } from "~/kernel/second-person";
import { isUuid } from "~/kernel/uuid";
import { unseal } from "~/platform/seal.server";
import { addOutsiders, foreignThings } from "~/platform/testing/foreign-things";
import { routes, routeWorld, statusOf } from "~/platform/testing/route-world";

/** Who works where. Written down by hand: an area that is missing here fails, and so does a role that gets in elsewhere. */
const offices = ["staffing", "reform", "science", "market", "banking", "commerce", "civil"];
const heads = ["head", ...offices.map((office) => `${office}3`)];
const reviewing = [
  ...["county", "reviewer", "approver", "treasury", "otherOffice"],
  ...offices.flatMap((office) => [office, `${office}2`]),
  ...["science", "market", "staffing", "banking", "commerce", "reform"].map((office) => `county${office}`),
  ...heads,
];
const treasuries = [
  ...["finance", "finance2", "finance3", "otherTreasury"],
  ...["countyfinance", "countyfinance2", "countyfinance3"],
];
const areas: Record<string, readonly string[]> = {
  firm: ["owner", "operator", "viewer", "neighbour"],
  desk: [...reviewing, "expert1", "expert2", "expert3", "expert4", "expert5", "expert6"],
  finance: [...treasuries, "economy"],
  monitor: ["economy", "auditor"],
  audit: ["auditor"],
  admin: ["admin"],
  troubles: [...reviewing, ...treasuries, "admin"],
  security: ["security"],
  workbench: ["author", "author2", "otherAuthor"],
  validity: [...reviewing, "economy", "author", "author2", "otherAuthor", "auditor"],
};
const everybody = [
  "$",
  "_index",
  "about",
  "audit-roots",
  "check",
  "check_",
  "industries",
  "invitation",
  "language",
  "lookup",
  "objections",
  "policies",
  "publicity",
  "register",
  "set-password",
  "sign-in",
  "sign-out",
  "test-clock",
  "text-size",
  "verify",
];
const anybodySignedIn = ["account", "documents", "files", "home", "notices", "saved-filters", "switch-firm"];
/** Pages of an area that not all of its people may open. */
const narrower: Record<string, readonly string[]> = {
  "desk.batch": reviewing,
  "firm.questions": ["owner", "operator", "neighbour"],
  "firm.members": ["owner", "neighbour"],
  "firm.apply.$itemId": ["owner", "operator", "neighbour"],
  "firm.drafts.$id": ["owner", "operator", "neighbour"],
  "firm.drafts.$id_.check": ["owner", "operator", "neighbour"],
  "firm.drafts.$id_.form": ["owner", "operator", "neighbour"],
  "finance.batches.$id": treasuries,
  "finance.batches._index": treasuries,
  "finance.export.$id": treasuries,
  "finance.reconciliation_.export": treasuries,
  "finance.recoveries": treasuries,
  "finance.recoveries_.export": treasuries,
  "finance.lines.$id": treasuries,
  "finance.cases.$id": treasuries,
  "finance.payments": treasuries,
  "finance.bank.$id": treasuries,
  "finance.bank._index": treasuries,
  "finance.orders._index": treasuries,
  "finance.orders.$id": treasuries,
  "finance.orders.$id_.paper": treasuries,
  "finance.vouchers.$id": treasuries,
  "finance.pool": treasuries,
  "finance.reconciliation": treasuries,
  "firm.account.$id": ["owner", "operator", "neighbour"],
  "monitor.export": ["economy"],
  "desk.lists._index": reviewing,
  "desk.lists.$id": reviewing,
  "desk.selections._index": reviewing,
  "desk.selections.$itemId": reviewing,
  "desk.obligations": reviewing,
  "desk.workload": reviewing,
  "desk.department": heads,
  "admin.workflows": ["admin", "auditor"],
  "monitor.validity_.export": ["economy"],
};
/** Writing that fewer may do than may look. */
const writers: Record<string, readonly string[]> = {
  "firm.applications.$id": ["owner", "operator", "neighbour"],
  "firm.matches.$itemId": ["owner", "operator", "neighbour"],
  "firm.profile.$group": ["owner", "operator", "neighbour"],
  "finance._index": treasuries,
  "finance.envelopes.$id": treasuries,
  "validity.documents.$documentId": ["author", "author2", "otherAuthor"],
};

const now = new Date("2026-11-24T02:00:00Z");
const foreign: Record<string, string> = {};
let world: Awaited<ReturnType<typeof routeWorld>>;
let oneOfEach: string[];

beforeAll(async () => {
  world = await routeWorld(now);
  await addOutsiders(world.prisma, now);
  Object.assign(foreign, await foreignThings(world.prisma, await world.storage.put(Buffer.from("%PDF-1.7")), now));
  for (const person of ["otherOffice", "otherTreasury", "otherAuthor", "neighbour"]) await world.admit(person);
  oneOfEach = await oneOfEachRole();
});
afterAll(() => world.close());

/** Who tries a foreign thing on a page they may open, which one, and who it does belong to. */
const strangers: Record<string, { thing: string; people: readonly string[]; insider: string }> = {
  "firm.account.$id": { thing: "case", people: ["owner", "operator"], insider: "neighbour" },
  "firm.applications.$id": { thing: "case", people: ["owner", "operator", "viewer"], insider: "neighbour" },
  "firm.applications.$id_.done": { thing: "case", people: ["owner", "operator", "viewer"], insider: "neighbour" },
  "firm.applications.$id_.proof": { thing: "case", people: ["owner", "operator", "viewer"], insider: "neighbour" },
  "firm.drafts.$id": { thing: "draft", people: ["owner", "operator"], insider: "neighbour" },
  "firm.drafts.$id_.check": { thing: "draft", people: ["owner", "operator"], insider: "neighbour" },
  "files.$id": {
    thing: "material",
    people: ["owner", "operator", "viewer", "otherOffice", "finance", "economy", "admin", "auditor", "author"],
    insider: "neighbour",
  },
  "firm.drafts.$id_.form": { thing: "draft", people: ["owner", "operator"], insider: "neighbour" },
  "documents.$id": {
    thing: "document",
    people: ["owner", "operator", "viewer", "otherOffice", "finance", "economy", "admin", "author"],
    insider: "neighbour",
  },
  "desk.cases.$id": { thing: "case", people: ["otherOffice"], insider: "reviewer" },
  "desk.cases.$id_.figures": { thing: "case", people: ["otherOffice"], insider: "reviewer" },
  "desk.lists.$id": { thing: "list", people: ["otherOffice"], insider: "reviewer" },
  "desk.cases.$id_.materials": { thing: "case", people: ["otherOffice"], insider: "reviewer" },
  "finance.bank.$id": { thing: "file", people: ["otherTreasury"], insider: "finance" },
  "finance.batches.$id": { thing: "batch", people: ["otherTreasury"], insider: "finance" },
  "finance.lines.$id": { thing: "line", people: ["otherTreasury"], insider: "finance" },
  "finance.cases.$id": { thing: "case", people: ["otherTreasury"], insider: "finance" },
  "finance.vouchers.$id": { thing: "noted", people: ["otherTreasury"], insider: "finance" },
  "finance.orders.$id": { thing: "order", people: ["otherTreasury"], insider: "finance" },
  "finance.orders.$id_.paper": { thing: "order", people: ["otherTreasury"], insider: "finance" },
  "finance.envelopes.$id": { thing: "envelope", people: ["otherTreasury"], insider: "finance" },
  "finance.export.$id": { thing: "exported", people: ["otherTreasury"], insider: "finance" },
  "validity.documents.$documentId": {
    thing: "policyDocument",
    people: ["otherAuthor", "otherOffice"],
    insider: "author",
  },
  "validity.sources.$id": { thing: "statement", people: ["otherAuthor", "otherOffice"], insider: "author" },
};
/** Drafts of policy belong to all policy authors together. */
const drafts = [
  "workbench.$id._index",
  "workbench.$id.backtest",
  "workbench.$id.clause",
  "workbench.$id.json",
  "workbench.$id.preview",
  "workbench.$id.release",
  "workbench.export.$documentId",
];
/** Pages whose key names nothing that belongs to somebody: a change of the calendar, an item, a group of facts, an account the administrator manages, a link. */
const unowned = [
  "$",
  "admin.calendar_.$id",
  "admin.calendar_.$id_.export",
  "admin.users.$id",
  "firm.apply.$itemId",
  "firm.matches.$itemId",
  "firm.profile.$group",
  "invitation.$token",
  "set-password.$token",
  "policies.$itemId",
  "verify.$code",
  ...drafts,
  "desk.selections.$itemId",
  "objections.$id",
  "publicity.$id",
  "publicity.$id_.notice",
];

type Try = { person: string | null; id?: string; form?: Record<string, string>; origin?: string };

/** The status that a loader or, with a form, an action answers with. */
async function attempt(
  { name }: (typeof routes)[number],
  { id = "00000000-0000-0000-0000-000000000000", ...asked }: Try,
): Promise<number> {
  return statusOf(
    await world.call(name, {
      ...asked,
      params: { ...(isUuid(id) ? { id } : {}), documentId: id, itemId: "zone-mfg-003", group: "scale", token: "none" },
    }),
  );
}

function allowed(name: string): readonly string[] | "everybody" {
  const area = name.split(".")[0] ?? "";
  if (everybody.includes(area)) return "everybody";
  if (anybodySignedIn.includes(area)) return [...world.people.keys()];
  return narrower[name] ?? areas[area] ?? [];
}

/**
 * The rows of every table and the last transaction that wrote one, so that any change shows. Looking may note who looked: sessions,
 * audit rows, seen marks.
 */
async function fingerprint(): Promise<string> {
  const notes = ["Session", "AuditEvent", "AuditHead", "Reach", "_prisma_migrations"];
  const tables = await world.prisma.$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const each = tables
    .filter(({ name }) => !notes.includes(name))
    .map(({ name }) => `SELECT '${name}' AS name, count(*) AS rows, max(xmin::text::bigint) AS last FROM "${name}"`);
  const lines = await world.prisma.$queryRawUnsafe<{ name: string; rows: bigint; last: bigint | null }[]>(
    each.join(" UNION ALL "),
  );
  return lines
    .map(({ name, rows, last }) => `${name} ${rows} ${last}`)
    .sort()
    .join("\n");
}

/** One person of each sort of roles, in offices and in firms. */
async function oneOfEachRole(): Promise<string[]> {
  const people = await world.prisma.user.findMany({
    where: { loginName: { in: [...world.people.keys()] } },
    select: { loginName: true, roles: true, memberships: { select: { role: true } } },
    orderBy: { loginName: "asc" },
  });
  const byRoles = new Map(
    people.map(({ loginName, roles, memberships }) => [
      [...roles, ...memberships.map(({ role }) => role)].sort().join(),
      loginName,
    ]),
  );
  return [...byRoles.values()];
}

/**
 * Who tries a page: everybody who may open it, and whom it refuses: all at the first page of an area, one person of each role at the
 * others, since the door (`platform/guard`) knows roles alone.
 */
function triers(name: string): string[] {
  const may = allowed(name);
  const area = name.split(".")[0];
  const isFirst = guarded.find((route) => route.name.split(".")[0] === area)?.name === name;
  return [...world.people.keys()].filter((person) => isFirst || oneOfEach.includes(person) || may.includes(person));
}

const guarded = routes.filter(({ name }) => !everybody.includes(name.split(".")[0] ?? ""));

describe("who may look", () => {
  let before: string;
  beforeAll(async () => void (before = await fingerprint()));

  it.each(guarded.filter(({ loader }) => loader))("$name", async (route) => {
    expect(await attempt(route, { person: null }), "a visitor is led to sign in").toBe(302);
    for (const person of triers(route.name)) {
      const status = await attempt(route, { person });
      if (allowed(route.name).includes(person)) expect([200, 302, 404], `${person} may come`).toContain(status);
      else expect(status, `${person} may not come`).toBe(403);
    }
  });

  it("changes nothing by looking, at pages for everybody either", async () => {
    for (const route of routes.filter((each) => each.loader && each.name !== "sign-out" && !guarded.includes(each))) {
      for (const person of [null, "owner", "reviewer", "finance", "economy", "admin", "security", "auditor"])
        await attempt(route, { person });
    }
    expect(await fingerprint()).toBe(before);
  }, 300_000);
});

describe("account numbers", () => {
  it("leave whole through the audited export alone; no page hands one out", async () => {
    const key = Buffer.alloc(32, 7);
    const numbers = (await world.prisma.bankAccount.findMany({ select: { sealedNumber: true } })).map(
      ({ sealedNumber }) => unseal(sealedNumber, key),
    );
    expect(numbers.length).toBeGreaterThan(10);
    const seen = async (name: string, person: string, id?: string) => {
      const text = JSON.stringify(
        await world.call(name, { person, ...(id ? { params: { id } } : {}) }),
        (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
      );
      return numbers.filter((number) => text.includes(number)).length;
    };
    const batch = foreign["exported"] ?? "";
    await world.prisma.payment.updateMany({
      where: { applicationId: foreign["case"] ?? "", status: "returned" },
      data: { batchId: batch },
    });
    for (const [name, id] of [
      ["finance.payments"],
      ["finance.batches.$id", batch],
      ["finance.reconciliation"],
      ["finance._index"],
      ["finance.pool"],
    ] as const)
      expect(await seen(name, "finance", id), name).toBe(0);
    const { applicationId } = await world.prisma.payment.findFirstOrThrow({
      where: { application: { tasks: { some: { departmentId: "city-industry" } } } },
    });
    expect(await seen("desk.cases.$id", "reviewer", applicationId)).toBe(0);
  });
});

describe("who may write", () => {
  it.each(guarded.filter(({ action }) => action))("$name", async (route) => {
    const before = await fingerprint();
    const may = writers[route.name] ?? allowed(route.name);
    expect(await attempt(route, { person: null, form: {} }), "a visitor is led to sign in").toBe(302);
    for (const person of triers(route.name)) {
      const status = await attempt(route, { person, form: {}, origin: "https://elsewhere.example" });
      expect(status, `${person} from another site`).toBe(403);
      if (!may.includes(person))
        expect(await attempt(route, { person, form: {} }), `${person} may not write`).toBe(403);
    }
    expect(await fingerprint()).toBe(before);
  });

  it.each(routes.filter(({ action }) => action))("$name takes an empty form without breaking", async (route) => {
    const person =
      allowed(route.name) === "everybody" ? null : ((writers[route.name] ?? allowed(route.name))[0] ?? null);
    expect([200, 302, 400, 401, 403, 404, 409, 415, 422]).toContain(await attempt(route, { person, form: {} }));
  });
});

describe("what belongs to others", () => {
  it("is named for every page with a key", () => {
    const keyed = routes.map(({ name }) => name).filter((name) => name.includes("$"));
    expect(keyed.sort()).toEqual([...Object.keys(strangers), ...unowned].sort());
  });

  it.each(Object.entries(strangers))("%s", async (name, { thing, people, insider }) => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`no route ${name}`);
    if (route.loader)
      expect([200, 302], `${insider} may look`).toContain(
        await attempt(route, { person: insider, id: foreign[thing] ?? "" }),
      );
    const before = await fingerprint();
    for (const person of people) {
      if (route.loader) expect(await attempt(route, { person, id: foreign[thing] ?? "" }), `${person} looks`).toBe(404);
      for (const intent of intents(route.name)) {
        if (!route.action || person === "viewer") continue;
        const status = await attempt(route, {
          person,
          id: foreign[thing] ?? "",
          form: { intent, action: intent, ...filled },
        });
        expect([400, 403, 404, 409, 422], `${person} tries ${intent}`).toContain(status);
      }
    }
    expect(await fingerprint()).toBe(before);
  });
});

const filled = {
  confirmed: "1",
  version: "1",
  idempotencyKey: "stranger",
  comment: "-",
  stars: "5",
  grounds: "-",
  recuseReason: "-",
  reason: "-",
  answer: "-",
  enterpriseId: "00000000-0000-0000-0000-000000000000",
  roles: "systemAdministrator",
  holder: "-",
  bankName: "-",
  number: "622000001234",
};

/** What the forms of a page can ask for. */
function intents(name: string): readonly string[] {
  if (name.startsWith("firm.applications"))
    return ["withdraw", "resubmit", "confirm", "decline", "again", "rate", "repair"];
  if (name.startsWith("firm.drafts")) return ["facts", "account", "pledge", "attach", "detach", "anew", "submit"];
  if (name.startsWith("desk.cases")) return [...Object.keys(reviewActions), "recuse", "recover"];
  if (name.startsWith("validity.documents")) return [...decisions, "state"];
  if (name.startsWith("finance.lines")) return [...decisions, "explain"];
  if (name.startsWith("finance.orders")) return decisions;
  if (name.startsWith("finance.envelopes")) return ["reduce", "carry", "share"];
  return ["release", "cancel", "paid", "returned"];
}
