import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHandedIn } from "~/features/redemption/use-cases/read-handed-in.server";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import type { Refusal } from "~/kernel/refusal";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { withClient } from "../../../../scripts/lib/database.mjs";
import { EquipmentCase } from "../testing/equipment-case";

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };

let process: TestProcess;
let corrected: EquipmentCase;
let unanswered: unknown;
const points = [
  { about: "设备清单", text: "请补盖供货方签章" },
  { about: "", text: "请说明设备数量" },
];

beforeAll(async () => {
  process = await testProcess();
  corrected = await EquipmentCase.submitted(process, 1);
  await corrected.step("county", "REQUEST_CORRECTION", { points });
  process.clock.set(new Date(process.clock.now().getTime() + 3_600_000));
  await corrected.attach("设备清单", "补正");
  await corrected.answer({ techRenovationEquipment: 3_300_000 });
  unanswered = await corrected
    .firm({ intent: "resubmit", answer: "其余无变化", "answer-0": "已补盖签章", "answer-1": " " })
    .catch((error: Refusal) => error.code);
  await corrected.firm({
    intent: "resubmit",
    answer: "其余无变化",
    "answer-0": "已补盖签章",
    "answer-1": "以发票为准",
  });
});
afterAll(() => process.close());

/** What only the owner of the tables can do, and only past its triggers: a handing-in cannot be changed. */
const asOwner = (sql: string, values: unknown[]) =>
  withClient(process.ownerUrl, async (client: Client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, values);
  });
const handedIn = () =>
  process.prisma.caseSubmission.findMany({ where: { applicationId: corrected.id }, orderBy: { seq: "asc" } });

describe("a corrected case", () => {
  it("keeps each handing-in with its own facts, sum and files", async () => {
    const [first, second, ...more] = await handedIn();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: "submit", ruleFen: 38_500_000n, account: { lastFour: "5678" }, pledged: true });
    expect(second).toMatchObject({ kind: "correction", ruleFen: 36_300_000n });
    expect((first?.frozen as { facts: object }).facts).toMatchObject({ techRenovationEquipment: 3_500_000 });
    expect((second?.frozen as { facts: object }).facts).toMatchObject({ techRenovationEquipment: 3_300_000 });
    const files = (row: typeof first | undefined) =>
      (row?.materials as { name: string; fileName: string }[])
        .filter(({ name }) => name === "设备清单")
        .map(({ fileName }) => fileName);
    expect([files(first), files(second)]).toEqual([["设备清单-第一次.pdf"], ["设备清单-补正.pdf"]]);
    expect(await corrected.row()).toMatchObject({ claimedFen: 36_300_000n });
  });

  it("is not taken back while a point has no answer, and shows each point with its answer", async () => {
    expect(unanswered).toBe("applications.points-unanswered");
    const deps = { tx: process.prisma, catalogue: process.catalogue };
    const { item } = process.catalogue.byId.get(corrected.itemId) ?? {};
    const corrections = await process.prisma.correctionNotice.findMany({ where: { applicationId: corrected.id } });
    if (!item) throw new Error(corrected.itemId);
    const [shown] = (await readHandedIn(deps, { id: corrected.id, item, corrections }, "zh")).corrections;
    expect(shown?.points.map(({ text, answer }) => [text, answer])).toEqual([
      ["请补盖供货方签章", "已补盖签章"],
      ["请说明设备数量", "以发票为准"],
    ]);
  });

  it("replays the same, each handing-in on its own facts", async () => {
    const replay = await replayCase(process.prisma, corrected.id);
    expect(replay.differences).toEqual([]);
    expect(replay.submissions.map(({ seq, kind, kept, checks }) => ({ seq, kind, kept, checks }))).toEqual([
      { seq: 1, kind: "submit", kept: true, checks: 1 },
      { seq: 2, kind: "correction", kept: true, checks: 1 },
    ]);
  });

  it("tells which handing-in was changed afterwards", async () => {
    const [first] = await handedIn();
    const frozen = first?.frozen as { facts: object };
    const changed = { ...frozen, facts: { ...frozen.facts, techRenovationEquipment: 3_300_000 } };
    await asOwner(`UPDATE "CaseSubmission" SET frozen = $2 WHERE id = $1`, [first?.id, changed]);
    const { differences, submissions } = await replayCase(process.prisma, corrected.id);
    await asOwner(`UPDATE "CaseSubmission" SET frozen = $2 WHERE id = $1`, [first?.id, frozen]);
    expect(new Set(differences.map(({ submission }) => submission))).toEqual(new Set([1]));
    expect(submissions.map((each) => each.differences.length > 0)).toEqual([true, false]);
  });

  it("is kept for ever: the application may neither change nor remove it", async () => {
    const [first] = await handedIn();
    const where = { id: first?.id ?? "" };
    await expect(process.prisma.caseSubmission.update({ where, data: { ruleFen: 1n } })).rejects.toThrow(/denied/);
    await expect(process.prisma.caseSubmission.delete({ where })).rejects.toThrow(/denied/);
  });

  it("says so where what was handed in first was not kept", async () => {
    const [first] = await handedIn();
    const draft = { ...(await corrected.row()), id: process.random.uuid(), number: null, state: "withdrawn" };
    const other = await process.prisma.application.create({ data: draft as never });
    await asOwner(`UPDATE "CaseSubmission" SET "applicationId" = $2 WHERE id = $1`, [first?.id, other.id]);
    const { differences, submissions } = await replayCase(process.prisma, corrected.id);
    await asOwner(`UPDATE "CaseSubmission" SET "applicationId" = $2 WHERE id = $1`, [first?.id, corrected.id]);
    expect(differences).toEqual([]);
    expect(submissions.map(({ seq, kept }) => [seq, kept])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});
