import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { display } from "~/features/policies/testing/small-catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { createLog } from "~/platform/log.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { startSandbox } from "./start-sandbox";

let process: TestProcess;
let sandbox: ReturnType<typeof startSandbox>;
let lastFirm = 0;

beforeAll(async () => {
  process = await testProcess();
  await register(186_000_000);
  sandbox = startSandbox(process.url, process.catalogue.registry, createLog("silent"), { patienceMs: 60_000 });
});
afterAll(async () => {
  await sandbox.stop();
  await process.close();
});

/** A firm of the city with a revenue in yuan. */
async function register(revenue: number): Promise<string> {
  lastFirm += 1;
  const createdAt = process.clock.now();
  const { id } = await process.prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode("340503", lastFirm),
      name: `示例测试${lastFirm}有限公司`,
      legalForm: "company",
      regionCode: "340503",
      industryCode: "C3421",
      createdAt,
    },
  });
  await process.prisma.enterpriseFact.create({
    data: {
      enterpriseId: id,
      fact: "annualRevenue",
      year: 2025,
      value: revenue,
      source: "declared",
      saidAt: createdAt,
    },
  });
  return id;
}

/** 10,000 yuan for every firm with a revenue of at least so much. */
const reward = (atLeast: number): PolicyItem => ({
  ...(process.catalogue.byId.get("zone-patent-005")?.item as PolicyItem),
  conditions: { all: [{ fact: "annualRevenue", operator: "greaterThanInclusive", value: atLeast }] },
  amount: { kind: "fixed", yuan: 10_000, ...display },
  multiplier: null,
});
const moment = () => process.clock.set(new Date(process.clock.now().getTime() + 3000));

const impact = (item: PolicyItem, of = sandbox) => of.ask({ topic: "impact", item }, process.clock.now());

describe("the sandbox of the server", () => {
  it("holds the register of the database and follows it", async () => {
    expect(await impact(reward(150_000_000))).toMatchObject({ firms: 1, eligible: 1, fen: 1_000_000n });
    await register(160_000_000);
    expect(await impact(reward(150_000_000))).toMatchObject({ firms: 1 });
    moment();
    expect(await impact(reward(150_000_000))).toMatchObject({
      firms: 2,
      eligible: 2,
      fen: 2_000_000n,
      asOf: process.clock.now(),
    });
  });

  it("compares two versions and lists the firms they differ for", async () => {
    const versions = { before: reward(180_000_000), after: reward(150_000_000) };
    expect(await sandbox.ask({ topic: "backtest", ...versions }, process.clock.now())).toMatchObject({
      counts: { gains: 1, loses: 0 },
      beforeFen: "1000000",
      afterFen: "2000000",
    });
    expect(
      await sandbox.ask({ topic: "effects", ...versions, kind: "gains", page: 1 }, process.clock.now()),
    ).toMatchObject({
      count: 1,
      lines: [{ name: "示例测试2有限公司", before: 0n, after: 1_000_000n }],
    });
    expect(await sandbox.ask({ topic: "effects", ...versions, kind: "loses", page: 1 }, process.clock.now())).toEqual({
      count: 0,
      lines: [],
    });
  });

  it("ends and refuses where the register cannot be read", async () => {
    const nowhere = new URL(process.url);
    nowhere.pathname = "no_such_database";
    const lost = startSandbox(nowhere.href, process.catalogue.registry, createLog("silent"), { patienceMs: 60_000 });
    await expect(impact(reward(1), lost)).rejects.toMatchObject({ code: "workbench.sandbox-stopped" });
    await lost.stop();
  });
});
