import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { addDuePayment, addPayee, countyMaker, maker } from "../testing/due-payment";
import { holdings } from "../adapters/ledger.repository.server";
import { grantBudget } from "./grant-budget.server";
import { moveBudget } from "./move-budget.server";
import { reserveBudget } from "./reserve-budget.server";
import { shareCosts } from "./share-costs.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let documentId: string;

beforeAll(async () => {
  process = await testProcess();
  documentId = process.catalogue.registry.documentIdOf(itemId);
  await perform(process, maker, (deps) =>
    shareCosts(deps, {
      documentId,
      year: 2026,
      shares: [
        { level: "city", weight: 60 },
        { level: "county", weight: 40 },
      ],
    }),
  );
  await perform(process, maker, (deps) =>
    grantBudget(deps, { documentId, year: 2026, fen: 1_000n, idempotencyKey: "city" }),
  );
});
afterAll(() => process.close());

const envelopes = () =>
  process.prisma.envelope.findMany({
    where: { documentId },
    orderBy: { level: "asc" },
    select: { level: true, regionCode: true, reservedFen: true, committedFen: true, disbursedFen: true },
  });

describe("a document whose money city and county share", () => {
  it("pays nothing while the county has no envelope", async () => {
    const enough = await perform(process, maker, (deps) =>
      reserveBudget(deps, { applicationId: deps.random.uuid(), itemId, year: 2026, fen: 10n, firmRegion: "340503" }),
    );
    expect(enough).toBe(false);
  });

  it("splits every movement 60 to 40, the last fen to the larger fraction", async () => {
    await perform(process, countyMaker, (deps) =>
      grantBudget(deps, { documentId, year: 2026, fen: 500n, idempotencyKey: "county", countyCode: "340503" }),
    );
    const due = await addDuePayment(process, await addPayee(process, 1), itemId, 101n);
    const parts = async () =>
      (await envelopes()).map(({ level, committedFen, disbursedFen }) => [level, committedFen, disbursedFen]);
    expect(await parts()).toEqual([
      ["city", 61n, 0n],
      ["county", 40n, 0n],
    ]);
    const move = (movement: "disburse" | "return", fen: bigint, idempotencyKey: string) =>
      perform(process, maker, (deps) =>
        moveBudget(deps, { applicationId: due.applicationId, movement, fen, idempotencyKey }),
      );
    await move("disburse", 50n, "part");
    expect(await parts()).toEqual([
      ["city", 31n, 30n],
      ["county", 20n, 20n],
    ]);
    await move("disburse", 51n, "rest");
    expect(await parts()).toEqual([
      ["city", 0n, 61n],
      ["county", 0n, 40n],
    ]);
    await move("return", 101n, "back");
    expect(await parts()).toEqual([
      ["city", 61n, 0n],
      ["county", 40n, 0n],
    ]);
    await expect(move("disburse", 102n, "more")).rejects.toMatchObject({ code: "funds.not-held" });
    expect(await holdings(process.prisma, [due.applicationId], "committed")).toHaveLength(2);
  });

  it("takes nothing from the city when the county has too little", async () => {
    const before = await envelopes();
    const enough = await perform(process, maker, (deps) =>
      reserveBudget(deps, { applicationId: deps.random.uuid(), itemId, year: 2026, fen: 1_250n, firmRegion: "340503" }),
    );
    expect(enough).toBe(false);
    expect(await envelopes()).toEqual(before);
  });

  it("refuses shares of a level that isn't there", async () => {
    const wrong = perform(process, maker, (deps) =>
      shareCosts(deps, { documentId, year: 2026, shares: [{ level: "county", weight: 0 }] }),
    );
    await expect(wrong).rejects.toMatchObject({ code: "funds.shares-wrong" });
  });
});
