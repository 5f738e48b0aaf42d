import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { casePaper } from "~/features/documents/domain/case-paper";
import { caseFacts } from "~/features/documents/domain/case-facts";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { establishFacts } from "./establish-facts.server";
import { readCaseRecord } from "./read-case-record.server";
import { readDeskCase } from "./read-desk-case.server";
import { replayCase } from "./replay-case.server";

let process: TestProcess;
let own: EquipmentCase;
beforeAll(async () => {
  process = await testProcess();
  own = await EquipmentCase.submitted(process, 31);
});
afterAll(() => process.close());

const found = {
  techRenovationEquipment: "320万",
  "evidence:techRenovationEquipment": "专项审计报告第 6 页",
  reason: "一台设备未到货，不计入投入",
};

async function establish(of: EquipmentCase, who: string, values: Record<string, string> = found, key?: string) {
  const actor = of.official(who);
  const { version } = await of.row();
  return perform(process, actor, (deps) =>
    establishFacts(
      { ...deps, actor },
      { id: of.id, idempotencyKey: key ?? deps.random.uuid(), expectedVersion: version },
      values,
    ),
  );
}
const handedIn = (id: string) =>
  process.prisma.caseSubmission.findMany({ where: { applicationId: id }, orderBy: { seq: "asc" } });

describe("a figure that the auditor's report shows to be another", () => {
  beforeAll(async () => {
    process.clock.set(new Date(process.clock.now().getTime() + 3_600_000));
    await own.step("county", "PASS_COUNTY");
    expect(await establish(own, "one")).toBeNull();
  });

  it("is a handing-in of its own, with its own facts, check and sum; what the firm stated stays", async () => {
    const [first, second, ...more] = await handedIn(own.id);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: "submit", ruleFen: 38_500_000n });
    // 10 % of 3,200,000 yuan, times 1.1 for a firm rated A
    expect(second).toMatchObject({
      kind: "verified",
      ruleFen: 35_200_000n,
      reason: found.reason,
      at: process.clock.now(),
      byId: own.official("one").userId,
    });
    expect((first?.frozen as { facts: object }).facts).toMatchObject({ techRenovationEquipment: 3_500_000 });
    expect((second?.frozen as { facts: object }).facts).toMatchObject({ techRenovationEquipment: 3_200_000 });
    expect(await own.row()).toMatchObject({ claimedFen: 35_200_000n, state: "departmentReview" });
    const checks = await process.prisma.ruleCheck.findMany({ where: { applicationId: own.id, submission: 2 } });
    expect(checks).toMatchObject([{ moment: "verify", result: true, amountFen: 35_200_000n }]);
  });

  it("is told to the firm and written in the log with who, what and why", async () => {
    const notices = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["kind"], equals: "case.factsVerified" } },
    });
    expect(notices.map(({ payload }) => payload)).toMatchObject([
      {
        to: { enterpriseId: own.enterpriseId },
        href: `/firm/applications/${own.id}`,
        params: { reason: found.reason },
      },
    ]);
    const [entry] = await process.prisma.auditEvent.findMany({
      where: { action: "application.facts-verified", subjectId: own.id },
    });
    expect(entry).toMatchObject({
      actorId: own.official("one").userId,
      before: { figures: { techRenovationEquipment: 3_500_000 }, ruleFen: "38500000" },
      after: { figures: { techRenovationEquipment: 3_200_000 }, ruleFen: "35200000", reason: found.reason },
    });
  });

  it("stands old and new beside its evidence on the desk, and locks the sum to what it gives", async () => {
    const actor = own.official("one");
    const shown = await perform(process, actor, (deps) => readDeskCase({ ...deps, actor }, own.id, "zh"));
    expect(shown.room).toEqual({ kind: "locked", fen: 35_200_000n });
    const [verified] = shown.corrections;
    expect(verified).toMatchObject({ kind: "verified", reason: found.reason });
    expect(verified?.changes?.[0]).toMatchObject({
      label: "技改设备不含税额",
      before: { text: "350 万元" },
      after: { text: "320 万元" },
      evidence: "专项审计报告第 6 页",
    });
    expect(shown.figures.find(({ name }) => name === "techRenovationEquipment")).toMatchObject({ source: "verified" });
  });

  it("sent twice is one; on an older page it is refused", async () => {
    const key = process.random.uuid();
    const again = { ...found, techRenovationEquipment: "310万" };
    await establish(own, "one", again, key);
    expect(await establish(own, "one", again, key)).toBeNull();
    expect(await handedIn(own.id)).toHaveLength(3);
    const actor = own.official("one");
    const stale = perform(process, actor, (deps) =>
      establishFacts(
        { ...deps, actor },
        { id: own.id, idempotencyKey: process.random.uuid(), expectedVersion: 1 },
        found,
      ),
    );
    await expect(stale).rejects.toMatchObject({ code: "applications.version-conflict" });
  });

  it("is printed by the decision, approved at the sum it gives, and replays the same", async () => {
    await own.step("one", "RECOMMEND_APPROVAL");
    for (const id of process.catalogue.byId.get(own.itemId)?.redemption.coDepartmentIds ?? [])
      await own.step(id, "CO_AGREE");
    await own.step("two", "APPROVE");
    expect(await own.row()).toMatchObject({ approvedFen: 34_100_000n });
    const record = await readCaseRecord({ tx: process.prisma, catalogue: process.catalogue }, own.id);
    expect(record.established).toMatchObject([
      { stated: "350 万元", found: "320 万元", evidence: "专项审计报告第 6 页", reason: found.reason },
      { stated: "320 万元", found: "310 万元" },
    ]);
    const paper = casePaper(caseFacts(record, process.catalogue.registry), "approval", new Date(), {} as never);
    expect(JSON.stringify(paper)).toContain(`核定理由：${found.reason}。`);
    const replay = await replayCase(process.prisma, own.id);
    expect(replay.differences).toEqual([]);
    expect(replay.submissions.map(({ kind }) => kind)).toEqual(["submit", "verified", "verified"]);
  });
});

describe("who sets figures right", () => {
  it("has the case at the own desk and judges it: no other office, no approver, nobody afterwards", async () => {
    const other = await own.another(32);
    const refused = { code: "redemption.other-department" };
    await expect(establish(other, "one")).rejects.toMatchObject(refused);
    await other.recommend();
    await expect(establish(other, "county")).rejects.toMatchObject(refused);
    await expect(establish(other, "two")).rejects.toMatchObject(refused);
    expect(await handedIn(other.id)).toHaveLength(1);
  });

  it("says what is missing, and writes nothing", async () => {
    const other = await own.another(33);
    expect(await establish(other, "county", { techRenovationEquipment: "320万" })).toEqual({
      "evidence:techRenovationEquipment": "problem.required",
      reason: "problem.reason",
    });
    await expect(establish(other, "county", { techRenovationEquipment: "350万" })).rejects.toMatchObject({
      code: "redemption.nothing-established",
    });
    expect(await handedIn(other.id)).toHaveLength(1);
  });
});

describe("figures on which a case fails", () => {
  it("are kept with the check that says so; it can't be approved, and a correction doesn't bring the old figure back", async () => {
    const other = await own.another(34);
    await establish(other, "county", { ...found, techRenovationEquipment: "290万" });
    const [check] = await process.prisma.ruleCheck.findMany({ where: { applicationId: other.id, submission: 2 } });
    expect(check).toMatchObject({ moment: "verify", result: false, fastVerdict: "ineligible" });
    await other.step("county", "REQUEST_CORRECTION", { points: [{ about: "", text: "请说明" }] });
    await other.answer({ techRenovationEquipment: 3_600_000 });
    await expect(other.firm({ intent: "resubmit", "answer-0": "以现场为准" })).rejects.toMatchObject({
      code: "applications.not-eligible",
    });
  });

  it("are set right again in a reconsideration, and the case goes on with them", async () => {
    const other = await own.another(35);
    await other.step("county", "PASS_COUNTY");
    await establish(other, "one", { ...found, techRenovationEquipment: "290万" });
    await other.step("one", "RECOMMEND_REJECTION");
    await other.step("two", "REJECT", { comment: "设备投入不足 300 万元" });
    await other.firm({ intent: "again", grounds: "另一台设备已到货" });
    expect(
      await establish(other, "three", { ...found, techRenovationEquipment: "330万", reason: "补充的到货证明属实" }),
    ).toBeNull();
    await other.step("three", "DECISION_OVERTURNED");
    // 10 % of 3,300,000 yuan, times 1.1
    expect(await other.row()).toMatchObject({ claimedFen: 36_300_000n, state: "departmentReview" });
    expect((await replayCase(process.prisma, other.id)).differences).toEqual([]);
  });
});
