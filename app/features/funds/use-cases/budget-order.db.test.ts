import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantBudget } from "./grant-budget.server";
import { serveWaiting } from "~/features/redemption/use-cases/serve-waiting.server";
import { decideBudget } from "./decide-budget.server";
import { proposeBudget, type Proposal } from "./propose-budget.server";
import { readOrders } from "./read-orders.server";
import { reserveBudget } from "./reserve-budget.server";
import { checker, countyMaker, maker } from "../testing/due-payment";
import { availableOf } from "../domain/envelope-balance";
import type { FileStorage } from "~/platform/storage.server";
import type { Decision } from "~/kernel/second-person";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

const itemId = "zone-patent-005";
const storage = { put: () => Promise.resolve("0".repeat(64)) } as unknown as FileStorage;
const file = { fileName: "马财预.pdf", bytes: Buffer.from("%PDF-1.7") };
const paper = { number: "马财预〔2026〕12号", file };
let process: TestProcess;
let documentId: string;
let serial = 0;

beforeAll(async () => {
  process = await testProcess();
  documentId = process.catalogue.registry.documentIdOf(itemId);
  for (const { userId, displayName, regionCode } of [maker, checker, countyMaker])
    await process.prisma.user.create({
      data: {
        ...{ id: userId, loginName: userId, displayName, passwordHash: "-", roles: ["finance"], regionCode },
        createdAt: process.clock.now(),
      },
    });
});
afterAll(() => process.close());

const propose = (change: Partial<Proposal>, actor = maker) =>
  perform(process, actor, (deps) =>
    proposeBudget(
      { ...deps, actor, storage },
      { kind: "grant", documentId, year: 2026, fen: 1_000n, paper, idempotencyKey: `k${(serial += 1)}`, ...change },
    ),
  );
const decide = (id: string, decision: Decision, actor = checker, reason?: string) =>
  perform(process, actor, (deps) => decideBudget({ ...deps, actor, serveWaiting }, { id, decision, reason }));
const envelope = () => process.prisma.envelope.findFirst({ where: { documentId, kind: "budget", year: 2026 } });
const orders = (actor = checker) => readOrders({ tx: process.prisma, actor }, 1);

describe("money is granted by two persons", () => {
  it("moves nothing before another officer releases it, tells that officer alone, and moves it once", async () => {
    const id = await propose({ idempotencyKey: "once" });
    expect(await propose({ idempotencyKey: "once" })).toBe(id);
    expect(await envelope()).toBeNull();
    const told = await process.prisma.outbox.findMany({ where: { topic: "notice" } });
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { to: { userId: checker.userId }, kind: "budgetProposed", href: `/finance/orders/${id}` },
    ]);
    await expect(decide(id, "released", maker)).rejects.toMatchObject({ code: "funds.two-persons" });
    await expect(decide(id, "released", countyMaker)).rejects.toMatchObject({ code: "request.not-found" });
    await decide(id, "released");
    expect(await envelope()).toMatchObject({ grantedFen: 1_000n, regionCode: "340500" });
    await expect(decide(id, "released")).rejects.toMatchObject({ code: "funds.order-state" });
    expect(await orders()).toMatchObject({
      waiting: [],
      rows: [{ id, status: "released", paperNumber: paper.number }],
    });
  });

  it("is refused with a reason, or withdrawn by its maker", async () => {
    const id = await propose({});
    await expect(decide(id, "refused", checker, " ")).rejects.toMatchObject({ code: "redemption.reason-missing" });
    await decide(id, "refused", checker, "文号不符");
    const own = await propose({});
    await expect(decide(own, "withdrawn")).rejects.toMatchObject({ code: "funds.two-persons" });
    await decide(own, "withdrawn", maker);
    expect(await envelope()).toMatchObject({ grantedFen: 1_000n });
  });

  it.each([
    ["nothing", { fen: 0n }, "funds.order-sum"],
    ["92 quadrillion yuan", { fen: 9_223_372_036_854_775_807n }, "funds.order-sum"],
    ["no number of the paper", { paper: { number: " ", file } }, "funds.paper-number"],
    ["no file", { paper: { number: "1", file: null } }, "applications.file-empty"],
    [
      "a program as file",
      { paper: { number: "1", file: { fileName: "a.exe", bytes: Buffer.from("MZ") } } },
      "applications.file-type",
    ],
    ["an unknown document", { documentId: "none" }, "request.not-found"],
  ])("%s is refused", async (_, change, code) => {
    await expect(propose(change)).rejects.toMatchObject({ code });
  });
});

describe("a county", () => {
  it("never grants, reduces, carries over or shares the city's money", async () => {
    const { id: envelopeId } = (await envelope())!;
    for (const change of [
      { kind: "grant" },
      { kind: "share", shares: [{ level: "county", weight: 1 }] },
      { kind: "reduce", envelopeId, fen: 1n },
      { kind: "carry", envelopeId, fen: 1n },
    ] as const)
      await expect(propose(change, countyMaker), change.kind).rejects.toMatchObject({ code: "request.not-found" });
    const direct = (deps: Parameters<typeof grantBudget>[0]) =>
      grantBudget(deps, { documentId, year: 2026, fen: 1n, idempotencyKey: "direct" });
    await expect(perform(process, countyMaker, direct)).rejects.toMatchObject({ code: "request.forbidden" });
  });
});

describe("a grant that was wrong", () => {
  it("is taken back by a counter-entry, never below what is promised", async () => {
    const { id: envelopeId } = (await envelope())!;
    await perform(process, maker, (deps) =>
      reserveBudget(deps, { applicationId: deps.random.uuid(), itemId, year: 2026, fen: 300n, firmRegion: "340503" }),
    );
    await expect(propose({ kind: "reduce", envelopeId, fen: 701n })).rejects.toMatchObject({
      code: "funds.order-over",
    });
    const first = await propose({ kind: "reduce", envelopeId, fen: 700n });
    const second = await propose({ kind: "reduce", envelopeId, fen: 1n });
    await decide(first, "released");
    await expect(decide(second, "released")).rejects.toMatchObject({ code: "funds.order-over" });
    const after = (await envelope())!;
    expect([after.grantedFen, after.reservedFen, availableOf(after)]).toEqual([300n, 300n, 0n]);
    const sum = await process.prisma.ledgerEntry.aggregate({ where: { envelopeId }, _sum: { amountFen: true } });
    expect(sum._sum.amountFen).toBe(0n);
    expect((await orders()).waiting.map(({ id }) => id)).toEqual([second]);
  });

  it("is carried over in part, and the pool is funded, reduced and refilled by two persons as well", async () => {
    await decide(await propose({ fen: 50n }), "released");
    const { id: envelopeId } = (await envelope())!;
    await decide(await propose({ kind: "carry", envelopeId, fen: 20n }), "released");
    const next = await process.prisma.envelope.findFirstOrThrow({ where: { documentId, year: 2027 } });
    expect([next.carriedFen, availableOf((await envelope())!)]).toEqual([20n, 30n]);
    await expect(propose({ kind: "poolReduce", fen: 1n })).rejects.toMatchObject({ code: "funds.no-pool" });
    await decide(await propose({ kind: "poolFund", fen: 100n }), "released");
    await expect(propose({ kind: "poolReduce", fen: 101n })).rejects.toMatchObject({ code: "funds.order-over" });
    await expect(propose({ kind: "poolRefill", fen: 1n })).rejects.toMatchObject({ code: "funds.order-over" });
    await decide(await propose({ kind: "poolReduce", fen: 40n }), "released");
    expect(await process.prisma.envelope.findFirstOrThrow({ where: { kind: "pool" } })).toMatchObject({
      grantedFen: 60n,
    });
  });

  it("is shared otherwise by two persons", async () => {
    const shares = [
      { level: "city", weight: 6 },
      { level: "county", weight: 4 },
    ];
    await expect(
      propose({ kind: "share", fen: undefined, shares: [{ level: "city", weight: 0 }] }),
    ).rejects.toMatchObject({
      code: "funds.shares-wrong",
    });
    await decide(await propose({ kind: "share", fen: undefined, shares }), "released");
    expect(await process.prisma.costShare.count({ where: { documentId, year: 2026 } })).toBe(2);
    const county = await propose({ fen: 7n }, countyMaker);
    await expect(decide(county, "released")).rejects.toMatchObject({ code: "request.not-found" });
  });
});
