import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { fillWideRows } from "./fill-wide-rows.server";
import { judgeFirms } from "./judge-firms.server";
import { rematchDaily } from "./rematch-daily.server";
import { rematchEnterprise } from "./rematch-enterprise.server";
import { rematchItems } from "./rematch-items.server";

const worker = { kind: "system", name: "worker" } as const;
const itemId = "zone-mfg-003";
const files = loadCatalogueFiles("rules", { demo: true });
const item = files.byId.get(itemId);
if (!item) throw new Error(itemId);

/** Firms of Ma'anshan with a revenue of at least `floor` get a tenth of their research expense. */
const rule = (floor: number): Partial<PolicyItem> => ({
  conditions: {
    all: [
      { fact: "region", operator: "startsWithAny", value: ["3405"] },
      { fact: "annualRevenue", operator: "greaterThanInclusive", value: floor },
    ],
  },
  amount: { ...item.amount, kind: "percent", base: "rdExpense", percent: 10, capYuan: null } as PolicyItem["amount"],
  multiplier: null,
  exclusiveGroup: null,
  topUp: false,
  window: null,
  document: { ...item.document, validFrom: null, validTo: null },
});
const catalogueWith = (change: Partial<PolicyItem>): Catalogue => {
  const items = files.items.map((each) => (each.id === itemId ? { ...each, ...change } : each));
  return { ...files, items, byId: new Map(items.map((each) => [each.id, each])) };
};

let process: TestProcess;
beforeEach(async () => {
  process = await testProcess();
  await publish(rule(20_000_000));
});
afterEach(() => process.close());

async function publish(change: Partial<PolicyItem>): Promise<void> {
  process = { ...process, catalogue: await loadCatalogue(process, catalogueWith(change)) };
}

let serial = 0;
async function firm(
  revenue: number | null,
  more: { regionCode?: string; registeredOn?: string; rdExpense?: number } = {},
): Promise<string> {
  serial += 1;
  const { rdExpense = 1_000_000, regionCode = "340503", registeredOn = "2015-03-01" } = more;
  const { id } = await process.prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode(regionCode, 800 + serial),
      name: `示例${serial}号有限公司`,
      legalForm: "company",
      regionCode,
      industryCode: "C3421",
      registeredOn,
      createdAt: process.clock.now(),
    },
  });
  const figures = [
    ["annualRevenue", revenue],
    ["rdExpense", rdExpense],
  ] as const;
  await say(
    id,
    figures.flatMap(([fact, value]) => (value === null ? [] : [{ fact, value }])),
  );
  return id;
}

function say(id: string, facts: readonly { fact: string; value: number }[]): Promise<void> {
  return perform(process, worker, (deps) =>
    saveFacts(
      deps,
      id,
      facts.map((each) => ({ ...each, year: 2025, source: "declared", authority: null })),
    ),
  );
}

const rematch = (id: string) =>
  perform(process, worker, (deps) => rematchEnterprise(deps, id, { kind: "profile", ref: null }));
const rematchItem = () => rematchItems(process, worker, [itemId], { kind: "publication", ref: null });
const changes = async (where = {}) =>
  (await process.prisma.matchChange.findMany({ where: { itemId, ...where }, orderBy: { id: "asc" } })).map(
    ({ enterpriseId, kind, fromFen, toFen, reason }) => ({ enterpriseId, kind, fromFen, toFen, reason }),
  );
const waiting = (topic: string) => process.prisma.outbox.count({ where: { topic } });
const everything = async () => ({
  matches: await process.prisma.match.findMany({ orderBy: [{ enterpriseId: "asc" }, { itemId: "asc" }] }),
  changes: await process.prisma.matchChange.count(),
  notices: await waiting("notice"),
});
const version = () => process.catalogue.byId.get(itemId)?.versionId;

describe("a published version", () => {
  it("is ordered for that item alone, and matched with all firms by SQL", async () => {
    const [rich, middling, unsaid, elsewhere] = [
      await firm(30_000_000),
      await firm(12_000_000),
      await firm(null),
      await firm(30_000_000, { regionCode: "330108" }),
    ];
    for (const id of [rich, middling, unsaid, elsewhere]) await rematch(id);
    expect(await changes()).toMatchObject([{ enterpriseId: rich, kind: "opened", fromFen: null, toFen: 10_000_000n }]);
    const before = version();
    const others = await process.prisma.match.findMany({
      where: { itemId: { not: itemId } },
      orderBy: [{ enterpriseId: "asc" }, { itemId: "asc" }],
    });

    await publish(rule(10_000_000));
    const orders = await process.prisma.outbox.findMany({ where: { topic: "rematch-items" }, orderBy: { id: "asc" } });
    expect(orders.at(-1)?.payload).toEqual({ itemIds: [itemId], reason: { kind: "publication", ref: null } });
    await rematchItem();

    expect((await changes()).slice(1)).toEqual([
      {
        enterpriseId: middling,
        kind: "opened",
        fromFen: null,
        toFen: 10_000_000n,
        reason: { kind: "publication", ref: null, profileVersion: 2, versionBefore: null },
      },
    ]);
    const rows = await process.prisma.match.findMany({ where: { itemId } });
    expect(Object.fromEntries(rows.map((row) => [row.enterpriseId, row.verdict]))).toEqual({
      [rich]: "eligible",
      [middling]: "eligible",
      [unsaid]: "unknown",
    });
    expect(rows.every((row) => row.itemVersionId === version())).toBe(true);
    expect(before).not.toBe(version());
    expect(
      await process.prisma.match.findMany({
        where: { itemId: { not: itemId } },
        orderBy: [{ enterpriseId: "asc" }, { itemId: "asc" }],
      }),
    ).toEqual(others);
  });

  it("closes, and changes sums, naming the version the firm knew", async () => {
    const [rich, middling] = [await firm(300_000_000), await firm(30_000_000)];
    for (const id of [rich, middling]) await rematch(id);
    const before = version();
    await publish({
      ...rule(100_000_000),
      amount: {
        ...item.amount,
        kind: "percent",
        base: "rdExpense",
        percent: 20,
        capYuan: null,
      } as PolicyItem["amount"],
    });
    await rematchItem();
    const seen = (await changes()).slice(2).sort((a, b) => a.kind.localeCompare(b.kind));
    expect(seen).toEqual([
      {
        enterpriseId: rich,
        kind: "amount",
        fromFen: 10_000_000n,
        toFen: 20_000_000n,
        reason: { kind: "publication", ref: null, profileVersion: 2, versionBefore: before },
      },
      {
        enterpriseId: middling,
        kind: "closed",
        fromFen: 10_000_000n,
        toFen: null,
        reason: { kind: "publication", ref: null, profileVersion: 2, versionBefore: before },
      },
    ]);
  });

  it("says the same as matching each firm by itself, and changes nothing when run again", async () => {
    const firms = [
      await firm(30_000_000),
      await firm(12_000_000),
      await firm(null),
      await firm(20_000_000, { rdExpense: 333.33 }),
    ];
    await rematchItem();
    const bySql = await process.prisma.match.findMany({ where: { itemId }, orderBy: { enterpriseId: "asc" } });
    expect(bySql).toHaveLength(3);
    const first = await everything();
    await rematchItem();
    expect(await everything()).toEqual(first);
    for (const id of firms) await rematch(id);
    expect(await process.prisma.match.findMany({ where: { itemId }, orderBy: { enterpriseId: "asc" } })).toEqual(bySql);
    expect(await changes()).toHaveLength(2);
  });

  it("a fact that does not fit its column is judged all the same", async () => {
    const id = await firm(null);
    await process.prisma.enterpriseFact.create({
      data: {
        enterpriseId: id,
        fact: "annualRevenue",
        year: 2025,
        value: "30000000",
        source: "imported",
        saidAt: process.clock.now(),
      },
    });
    await rematchItem();
    expect(await changes()).toMatchObject([{ enterpriseId: id, kind: "opened" }]);
    expect(await rematch(id)).toEqual(expect.not.arrayContaining([expect.objectContaining({ itemId })]));
  });

  it("withdrawn, ceases to match", async () => {
    const id = await firm(30_000_000);
    await rematch(id);
    const rest = files.items.filter((each) => each.id !== itemId);
    process = {
      ...process,
      catalogue: await loadCatalogue(process, {
        ...files,
        items: rest,
        byId: new Map(rest.map((each) => [each.id, each])),
      }),
    };
    await rematchItem();
    expect((await changes()).at(-1)).toMatchObject({ enterpriseId: id, kind: "closed" });
    expect(await process.prisma.match.count({ where: { itemId } })).toBe(0);
  });
});

describe("a changed profile", () => {
  it("rematches that firm only, tells it once, and running again changes nothing", async () => {
    const [one, other] = [await firm(12_000_000), await firm(12_000_000)];
    for (const id of [one, other]) await rematch(id);
    const untouched = await process.prisma.match.findMany({ where: { enterpriseId: other } });
    await say(one, [{ fact: "annualRevenue", value: 25_000_000 }]);
    const opened = await rematch(one);
    expect(opened).toContainEqual(expect.objectContaining({ itemId, kind: "opened", to: 10_000_000n }));
    expect(await changes()).toEqual([
      {
        enterpriseId: one,
        kind: "opened",
        fromFen: null,
        toFen: 10_000_000n,
        reason: { kind: "profile", ref: null, profileVersion: 3, versionBefore: null },
      },
    ]);
    expect(await process.prisma.match.findMany({ where: { enterpriseId: other } })).toEqual(untouched);
    const first = await everything();
    expect(await rematch(one)).toEqual([]);
    expect(await everything()).toEqual(first);
  });
});

describe("a new day", () => {
  const onDay = async (day: string) => {
    process.clock.set(new Date(`${day}T01:00:00Z`));
    await rematchDaily(process)();
  };
  const orders = async () =>
    (
      await process.prisma.outbox.findMany({
        where: { payload: { path: ["reason", "kind"], equals: "nightly" } },
        orderBy: { id: "asc" },
      })
    ).map(({ topic, payload }) => ({ topic, ...(payload as object) }));

  it("orders the items whose window opened or closed, once, and nothing on a day without", async () => {
    await publish({ ...rule(20_000_000), window: { opens: "12-01", closes: "12-20" } });
    const id = await firm(30_000_000);
    await onDay("2026-11-24");
    await onDay("2026-11-25");
    const quiet = (await orders()).flatMap((order) => ("itemIds" in order ? (order.itemIds as string[]) : []));
    expect(quiet).not.toContain(itemId);
    await onDay("2026-12-01");
    await onDay("2026-12-01");
    const opening = (await orders()).filter(
      (order) => "itemIds" in order && (order.itemIds as string[]).includes(itemId),
    );
    expect(opening).toHaveLength(1);
    await rematchItem();
    expect((await changes()).at(-1)).toMatchObject({ enterpriseId: id, kind: "opened" });
    await onDay("2026-12-21");
    await rematchItem();
    expect((await changes()).at(-1)).toMatchObject({ enterpriseId: id, kind: "closed" });
  });

  it("orders the firms a span has run out for", async () => {
    await publish({
      ...rule(0),
      conditions: {
        all: [
          { fact: "region", operator: "startsWithAny", value: ["3405"] },
          { fact: "registeredOn", operator: "withinYears", value: 3 },
        ],
      },
    });
    // three years from 2023-11-24 end with 2026-11-24 (民法典第二百零二条): no longer within them on 2026-11-25
    const [turning, later] = [
      await firm(1, { registeredOn: "2023-11-24" }),
      await firm(1, { registeredOn: "2023-11-25" }),
    ];
    await onDay("2026-11-24");
    for (const id of [turning, later]) await rematch(id);
    expect((await changes()).map(({ enterpriseId, kind }) => [enterpriseId, kind])).toEqual([
      [turning, "opened"],
      [later, "opened"],
    ]);
    await onDay("2026-11-25");
    const firms = (await orders()).flatMap((order) => ("enterpriseId" in order ? [order.enterpriseId] : []));
    expect(firms).toEqual([turning]);
    await rematch(turning);
    expect((await changes()).at(-1)).toMatchObject({ enterpriseId: turning, kind: "closed" });
    expect(await rematch(later)).toEqual([]);
  });

  it("orders every firm when another year's figures begin to count", async () => {
    const id = await firm(30_000_000);
    await onDay("2026-12-31");
    await rematch(id);
    await onDay("2027-01-01");
    expect((await orders()).filter((order) => order.topic === "rematch-enterprise")).toEqual([
      { topic: "rematch-enterprise", enterpriseId: id, reason: { kind: "nightly", ref: "2027-01-01" } },
    ]);
  });
});

it("many firms in one scan and each by itself stand alike to every item", async () => {
  const places = ["340503", "340500", "340121", "440305"];
  const ids: string[] = [];
  for (let index = 0; index < 30; index += 1)
    ids.push(await firm(index * 2_000_000, { regionCode: places[index % 4], rdExpense: index * 100_000 }));
  // what no column of the scan can hold
  await process.prisma.enterprise.update({ where: { id: ids[7] }, data: { registeredOn: "2026-02-31" } });
  await fillWideRows(process);
  const items = process.catalogue.items.map(({ item: each }) => each.id);
  const standing = (some: readonly string[]) =>
    perform(process, worker, (deps) => judgeFirms(deps, items, some, new Map()));
  const together = await standing(ids);
  expect(together.size).toBe(30);
  for (const id of ids) expect((await standing([id])).get(id)).toEqual(together.get(id));
});
