import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import { readDeskCase } from "~/features/redemption/use-cases/read-desk-case.server";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import { formatYuan } from "~/kernel/money";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { EquipmentCase } from "../testing/equipment-case";
import { readTrack } from "./read-track.server";

describe("a sum that the text fixes", () => {
  let process: TestProcess;
  beforeAll(async () => {
    process = await testProcess();
  });
  afterAll(() => process.close());

  it("is locked: neither less nor more is taken, with whatever reason", async () => {
    const fixed = await EquipmentCase.submitted(process, 11);
    await fixed.recommend();
    const by = fixed.official("two");
    const { room } = await perform(process, by, (deps) => readDeskCase({ ...deps, actor: by }, fixed.id, "zh"));
    expect(room).toEqual({ kind: "locked", fen: 38_500_000n });
    for (const approvedFen of [35_000_000n, 38_500_001n])
      await expect(fixed.step("two", "APPROVE", { approvedFen, sumReason: "核减" })).rejects.toMatchObject({
        code: "redemption.sum-locked",
      });
    await fixed.step("two", "APPROVE");
    expect(await fixed.row()).toMatchObject({ approvedFen: 38_500_000n, sumReason: null });
    expect((await replayCase(process.prisma, fixed.id)).differences).toEqual([]);
  });
});

describe("a sum up to a ceiling", () => {
  let process: TestProcess;
  let ceiling: EquipmentCase;
  afterAll(() => process.close());
  const reason = "本阶段只完成辅导备案";
  beforeAll(async () => {
    process = await testProcess();
    const facts = { listingStage: "listed", listingBoard: "main" };
    ceiling = await EquipmentCase.submitted(process, 12, facts, "zone-ipo-001");
    await ceiling.recommend();
  });

  it("differs from the computed one only with a reason, and never goes above", async () => {
    const computed = (await ceiling.row()).claimedFen ?? 0n;
    const less = computed / 2n;
    await expect(ceiling.step("two", "APPROVE", { approvedFen: less })).rejects.toMatchObject({
      code: "redemption.sum-reason-missing",
    });
    await expect(
      ceiling.step("two", "APPROVE", { approvedFen: computed + 1n, sumReason: reason }),
    ).rejects.toMatchObject({
      code: "redemption.sum-wrong",
      params: { least: "0.01", most: formatYuan(computed) },
    });
    await expect(ceiling.step("two", "APPROVE", { approvedFen: computed + 1n })).rejects.toMatchObject({
      code: "redemption.sum-wrong",
      also: ["redemption.sum-reason-missing"],
    });
    await ceiling.step("two", "APPROVE", { approvedFen: less, sumReason: reason });
    expect(await ceiling.row()).toMatchObject({ approvedFen: less, sumReason: reason });
  });

  it("is told to the firm with the reason, on its page and by a notice, and stands in the decision's record", async () => {
    const deps = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue };
    const track = await readTrack(deps, ceiling.id, ceiling.enterpriseId, "zh");
    expect(track.sumReason).toBe(reason);
    expect(track.computation.at(-1)?.text).toBe("测算金额");
    const [notice] = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["kind"], equals: "case.sumDiffers" } },
    });
    expect(notice?.payload).toMatchObject({ params: { reason }, href: `/firm/applications/${ceiling.id}` });
    const record = await readCaseRecord(deps, ceiling.id);
    expect(record).toMatchObject({ sumReason: reason });
    expect(record.computation.length).toBeGreaterThan(1);
  });
});
