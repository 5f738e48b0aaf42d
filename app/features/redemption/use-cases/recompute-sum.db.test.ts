import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { previewBatch } from "./preview-batch.server";
import { readDeskCase } from "./read-desk-case.server";
import { recomputeSum } from "./recompute-sum.server";
import { replayCase } from "./replay-case.server";

/**
 * Two items of one ceiling of 800,000 yuan a year: software at 10 % and cloud at 20 %, in all up to 600,000; robots at 15 %,
 * at most 20,000 each and 500,000 in all.
 */
const software = { softwareInvestment: 4_000_000, cloudSpending: 1_000_000 };
const robots = { industrialRobots: 25, robotInvestment: 4_000_000 };

let process: TestProcess;
let first: EquipmentCase;
let second: EquipmentCase;

beforeAll(async () => {
  process = await testProcess();
  first = await EquipmentCase.submitted(process, 81, software, "zone-more-005");
  process.clock.set(new Date(process.clock.now().getTime() + 60_000));
  second = await first.beside("zone-more-006", robots);
  await second.recommend();
});
afterAll(() => process.close());

const open = (who: string) =>
  perform(process, second.official(who), (deps) =>
    readDeskCase({ ...deps, actor: second.official(who) }, second.id, "zh"),
  );
const recompute = async (who: string, key?: string) => {
  const { version } = await second.row();
  await perform(process, second.official(who), (deps) =>
    recomputeSum(
      { ...deps, actor: second.official(who) },
      { id: second.id, idempotencyKey: key ?? deps.random.uuid(), expectedVersion: version },
    ),
  );
};

describe("a case whose sum was cut by an earlier one of the firm", () => {
  it("has what the ceiling left, and nothing to be worked out anew while the earlier one stands", async () => {
    expect(await second.row()).toMatchObject({ claimedFen: 20_000_000n });
    expect((await open("two")).sumNow).toBeNull();
    await expect(recompute("two")).rejects.toMatchObject({ code: "redemption.sum-current" });
  });

  it("is not approved on the old sum once the earlier one is withdrawn, and the approver sees why", async () => {
    await first.firm({ intent: "withdraw" });
    expect((await open("two")).sumNow).toMatchObject({ wasFen: 20_000_000n, nowFen: 50_000_000n });
    await expect(second.step("two", "APPROVE")).rejects.toMatchObject({
      code: "redemption.sum-outdated",
      params: { was: "20万元", now: "50万元" },
    });
    const two = second.official("two");
    const [row] = await perform(process, two, (deps) => previewBatch({ ...deps, actor: two }, [second.id], "APPROVE"));
    expect(row).toMatchObject({ ready: false, isOutdated: true });
    expect(await second.row()).toMatchObject({ approvedFen: null, claimedFen: 20_000_000n });
  });

  it("is worked out anew by who has it, once, as a handing-in of its own that replays; the firm is told", async () => {
    await expect(recompute("county")).rejects.toMatchObject({ code: "redemption.other-department" });
    const key = "00000000-0000-7000-8000-0000000000aa";
    const before = await second.row();
    await recompute("two", key);
    await recompute("two", key);
    const after = await second.row();
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.claimedFen).toBe(50_000_000n);
    const handedIn = await process.prisma.caseSubmission.findMany({
      where: { applicationId: second.id },
      orderBy: { seq: "asc" },
    });
    expect(handedIn.map(({ kind, ruleFen }) => [kind, ruleFen])).toEqual([
      ["submit", 20_000_000n],
      ["recomputed", 50_000_000n],
    ]);
    expect(
      await process.prisma.auditEvent.findMany({
        where: { action: "application.sum-recomputed", subjectId: second.id },
        select: { before: true, after: true },
      }),
    ).toMatchObject([{ before: { ruleFen: "20000000" }, after: { ruleFen: "50000000", submission: 2 } }]);
    expect(
      await process.prisma.outbox.count({
        where: { topic: "notice", payload: { path: ["kind"], equals: "case.sumRecomputed" } },
      }),
    ).toBe(1);
    const [change] = (await open("two")).corrections;
    expect(change).toMatchObject({ kind: "recomputed" });
    expect(change?.changes).toMatchObject([{ kind: "sum" }]);
  });

  it("is then approved with the sum of now, and every handing-in replays", async () => {
    expect((await open("two")).sumNow).toBeNull();
    await second.step("two", "APPROVE");
    expect(await second.row()).toMatchObject({ approvedFen: 50_000_000n });
    expect((await replayCase(process.prisma, second.id)).differences).toEqual([]);
  });
});
