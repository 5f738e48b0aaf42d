import { afterAll, beforeAll, expect, it } from "vitest";
import { rematchEnterprise } from "~/features/matching/use-cases/rematch-enterprise.server";
import { rematchItems } from "~/features/matching/use-cases/rematch-items.server";
import { perform } from "~/platform/transact.server";
import { routeWorld, statusOf } from "~/platform/testing/route-world";

const worker = { kind: "system", name: "worker" } as const;
const cause = { kind: "nightly", ref: null } as const;
let world: Awaited<ReturnType<typeof routeWorld>>;
let ownId: string;
let oddIds: string[];
let otherId: string;

/** What could be stored before there were bounds: figures beyond every sense, days that are none, values of another kind. */
const odd = [
  `1${"0".repeat(300)}`,
  `-1${"0".repeat(300)}`,
  "1e300",
  "0.1e-300",
  '"2026-02-31"',
  '"99999-01-01"',
  '"\\u0001\\u202e\\ufffd"',
  '"NaN"',
  "[[1]]",
  '{"constructor": 1}',
  "true",
  "null",
];

beforeAll(async () => {
  world = await routeWorld(new Date("2026-11-24T02:00:00Z"));
  const owner = await world.prisma.user.findUniqueOrThrow({
    where: { loginName: "owner" },
    include: { memberships: true },
  });
  ownId = owner.memberships[0]?.enterpriseId ?? "";
  const rest = await world.prisma.enterprise.findMany({ where: { id: { not: ownId } }, orderBy: { id: "asc" } });
  oddIds = rest.slice(0, odd.length).map(({ id }) => id);
  otherId = rest[odd.length]?.id ?? "";
  await world.prisma.enterprise.updateMany({
    where: { id: { in: oddIds.slice(0, 3) } },
    data: { registeredOn: "2026-02-31", industryCode: "Z9999", size: "giant" },
  });
});
afterAll(() => world.close());

/** Gives a firm the same odd value for every fact it could say, this year's and absurd years'. */
async function say(enterpriseId: string, value: string): Promise<void> {
  await world.prisma.enterpriseFact.updateMany({ where: { enterpriseId }, data: { supersededAt: new Date(0) } });
  const keys = [...world.catalogue.registry.facts.keys()];
  await world.prisma.$executeRaw`
    INSERT INTO "EnterpriseFact" ("enterpriseId", fact, year, value, source, "saidAt")
    SELECT ${enterpriseId}::uuid, fact, year, ${value}::jsonb, 'declared', now()
    FROM unnest(${keys}::text[]) AS fact, unnest(ARRAY[0, 2024, 2025, -5, 2000000]) AS year`;
}

/** What firms are told that said nothing odd. */
const matchesOfOthers = async () =>
  (
    await world.prisma.match.findMany({
      where: { enterpriseId: { notIn: [...oddIds, ownId] } },
      orderBy: [{ enterpriseId: "asc" }, { itemId: "asc" }],
    })
  ).map(({ enterpriseId, itemId, verdict, amountFen, nature }) => [enterpriseId, itemId, verdict, amountFen, nature]);

it("changes nothing of what other firms are told, by each way of matching", async () => {
  const all = world.catalogue.items.map(({ item }) => item.id);
  await rematchItems(world, worker, all, cause);
  const before = await matchesOfOthers();
  expect(before.length).toBeGreaterThan(0);
  for (const [index, id] of oddIds.entries()) await say(id, odd[index] ?? "null");
  for (const id of [...oddIds, otherId]) await perform(world, worker, (deps) => rematchEnterprise(deps, id, cause));
  await rematchItems(world, worker, all, cause);
  expect(await matchesOfOthers()).toEqual(before);
}, 180_000);

it.each(odd)(
  "leaves the pages of a firm to be opened that said %s of everything",
  async (value) => {
    await say(ownId, value);
    for (const page of [
      "firm._index",
      "firm.matches._index",
      "firm.profile._index",
      "firm.report._index",
      "firm.combination",
    ])
      expect([page, statusOf(await world.call(page, { person: "owner" }))]).toEqual([page, 200]);
  },
  180_000,
);

it("the list of a department, the backtest and the effects of a draft are computed with all of them in the register", async () => {
  const listed = world.catalogue.items.filter(
    ({ item, redemption }) => redemption.workflow === "applyFree" && item.id.startsWith("zone-"),
  );
  for (const { item } of listed.slice(0, 3)) {
    const answer = await world.call("desk.lists._index", {
      person: "reviewer",
      form: { intent: "matches", itemId: item.id },
    });
    // Made, or refused in words: no firm fits, or it is another office's.
    expect([item.id, statusOf(answer) < 500]).toEqual([item.id, true]);
  }
  const begun = (await world.call("workbench._index", {
    person: "author",
    form: { from: "item", itemId: "zone-mfg-003" },
  })) as Response;
  const id = begun.headers.get("Location")?.split("/").at(-1) ?? "";
  const { version } = await world.prisma.policyDraft.findUniqueOrThrow({ where: { id } });
  const tested = await world.call("workbench.$id.backtest", {
    person: "author",
    params: { id },
    form: { version: String(version) },
  });
  expect(statusOf(tested)).toBe(302);
  expect(statusOf(await world.call("workbench.$id.backtest", { person: "author", params: { id } }))).toBe(200);
  const { backtest } = await world.prisma.policyDraft.findUniqueOrThrow({ where: { id } });
  expect(backtest).not.toBeNull();
}, 180_000);
