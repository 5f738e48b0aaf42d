import { deliverySteps } from "~/features/deliveries/domain/delivery-machine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewActions } from "~/features/redemption/domain/review-actions";
import { decisions } from "~/kernel/second-person";
import { unseal } from "~/platform/seal.server";
import { routes } from "~/platform/testing/route-world";
import { attempt, fingerprint, worldOfStrangers } from "~/testing/access-tries";

let world: Awaited<ReturnType<typeof worldOfStrangers>>["world"];
let foreign: Record<string, string>;
beforeAll(async () => void ({ world, foreign } = await worldOfStrangers(new Date("2026-11-24T02:00:00Z"))));
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
  "deliveries.$id": { thing: "delivery", people: ["otherOffice", "county"], insider: "science" },
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
/**
 * Pages whose key names nothing that belongs to somebody: a change of the calendar, an item, a group of facts, an
 * account the administrator manages, a link.
 */
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
        await attempt(world, route, { person: insider, id: foreign[thing] ?? "" }),
      );
    const before = await fingerprint(world);
    for (const person of people) {
      if (route.loader)
        expect(await attempt(world, route, { person, id: foreign[thing] ?? "" }), `${person} looks`).toBe(404);
      for (const intent of intents(route.name)) {
        if (!route.action || person === "viewer") continue;
        const status = await attempt(world, route, {
          person,
          id: foreign[thing] ?? "",
          form: { intent, action: intent, ...filled },
        });
        expect([400, 403, 404, 409, 422], `${person} tries ${intent}`).toContain(status);
      }
    }
    expect(await fingerprint(world)).toBe(before);
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
  if (name.startsWith("deliveries")) return deliverySteps;
  if (name.startsWith("finance.lines")) return [...decisions, "explain"];
  if (name.startsWith("finance.orders")) return decisions;
  if (name.startsWith("finance.envelopes")) return ["reduce", "carry", "share"];
  return ["release", "cancel", "paid", "returned"];
}
