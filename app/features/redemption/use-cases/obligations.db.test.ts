import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import type { UserActor } from "~/access/actor";
import { addMonths, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { createLog } from "~/platform/log.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { advanceCase } from "./advance-case.server";
import { decideObligation } from "./decide-obligation.server";
import { readCaseObligations, readObligations } from "./read-obligations.server";
import { remindObligations } from "./remind-obligations.server";
import { expiries, subjects } from "~/contexts.server";
import { readDepartment } from "~/features/work/use-cases/read-office-work.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";

/** 3年内不迁出（全额退回），1年内从业人员不低于核定时的90%（退回一半）. */
const itemId = "zone-claims-005";
let process: TestProcess;
let sent: EquipmentCase;
let decidedOn: string;

const run = <T>(actor: UserActor, work: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const worker = { kind: "system", name: "worker" } as const;
const waiting = () => process.prisma.task.findMany({ where: { subjectType: "obligation", closedAt: null } });
const open = () => process.prisma.obligation.findMany({ where: { applicationId: sent.id }, orderBy: { place: "asc" } });
const decide = (id: string, kept: boolean, more: { note?: string; found?: number } = {}) =>
  run(sent.official("one"), (deps) =>
    decideObligation(deps, { id, kept, note: "查看社保缴费记录", found: null, idempotencyKey: randomUUID(), ...more }),
  );

beforeAll(async () => {
  process = await testProcess();
  await run(maker, (deps) =>
    grantBudget(deps, { documentId: "zone-claims", year: 2026, fen: 100_000_000n, idempotencyKey: "grant" }),
  );
  sent = await EquipmentCase.submitted(process, 61, { employees: 25 }, itemId);
  await sent.recommend();
  expect(await open()).toEqual([]);
  await sent.step("two", "APPROVE");
  decidedOn = shanghaiDay(process.clock.now());
});
afterAll(() => process.close());

async function pay(): Promise<void> {
  process.clock.set(startOfDay("2026-12-20"));
  await runDeadlines({ ...process, log: createLog("silent") }, expiries);
  const payment = await process.prisma.payment.findFirstOrThrow({ where: { applicationId: sent.id } });
  const batchId = await run(maker, (deps) =>
    createBatch(deps, { paymentIds: [payment.id], idempotencyKey: randomUUID() }),
  );
  await run(checker, (deps) => releaseBatch(deps, batchId));
  await run(witness, (deps) => markPaid(deps, batchId, [payment.id], voucherOf(shanghaiDay(process.clock.now()))));
}

describe("what a firm keeps up after a decision for it", () => {
  it("is written down with its last day and the figure at the decision", async () => {
    expect(await open()).toMatchObject([
      { place: 0, status: "open", figure: null, dueOn: addMonths(decidedOn, 36) },
      { place: 1, status: "open", figure: 25, dueOn: addMonths(decidedOn, 12) },
    ]);
    const reading = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue };
    expect(await readCaseObligations(reading, sent.id, "zh")).toMatchObject([
      { status: "open", isDue: false, clawbackPercent: 100 },
      { figure: { label: "从业人数", then: 25, least: 22.5 } },
    ]);
    expect(await readObligations({ ...reading, actor: sent.official("one") }, "en")).toHaveLength(2);
    const stranger = { ...sent.official("one"), departmentId: "city-science" };
    expect(await readObligations({ ...reading, actor: stranger }, "zh")).toEqual([]);
  });

  it("can't be found kept before its last day, nor by another office, nor without words", async () => {
    const [, staff] = await open();
    await expect(decide(staff!.id, true)).rejects.toMatchObject({ code: "redemption.obligation-early" });
    await expect(decide(staff!.id, false, { note: " " })).rejects.toMatchObject({ code: "redemption.reason-missing" });
    await expect(
      run({ ...sent.official("one"), departmentId: "city-science" }, (deps) =>
        decideObligation(deps, { id: staff!.id, kept: false, note: "x", found: null, idempotencyKey: "k" }),
      ),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("tells the firm a month ahead and the office on the day, each once", async () => {
    const due = addMonths(decidedOn, 12);
    const told = async () =>
      (await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
        .map(({ payload }) => (payload as { kind: string }).kind)
        .filter((kind) => kind.startsWith("obligation"));
    const on = async (day: string) => {
      process.clock.set(startOfDay(day));
      await perform(process, worker, remindObligations);
    };
    await on(addMonths(decidedOn, 10));
    expect(await told()).toEqual([]);
    await on(addMonths(decidedOn, 12).replace(/\d\d$/, "01"));
    expect(await waiting()).toEqual([]);
    await on(due);
    await on(due);
    expect(await told()).toEqual(["obligationSoon", "obligationDue"]);
  });

  it("that is due is work of the office for twenty working days, by its case, for those who review", async () => {
    const [, staff] = await open();
    // Wednesday, 24 November 2027 is the day; the twentieth working day after it is Wednesday, 22 December
    expect(await waiting()).toMatchObject([{ subjectId: staff!.id, stage: "obligation", dueOn: "2027-12-22" }]);
    const head = sent.official("one");
    const { tasks, stages } = await readDepartment({ ...process, tx: process.prisma, actor: head, subjects });
    expect(tasks.find(({ subjectType }) => subjectType === "obligation")).toMatchObject({
      page: "/desk/obligations",
      subject: { number: expect.stringMatching(/\d/) as string, firm: expect.stringMatching(/./) as string },
      mayHave: expect.arrayContaining([head.userId]) as string[],
    });
    expect(
      stages.find(({ work }) => work === "redemption:obligations.work"),
      "no promise",
    ).toMatchObject({
      promised: null,
      open: 1,
    });
  });

  it("that isn't kept asks back its share by the way of every recovery, once", async () => {
    await pay();
    process.clock.set(startOfDay(addMonths(decidedOn, 12)));
    const [stays, staff] = await open();
    await decide(staff!.id, false, { found: 18 });
    expect(await waiting()).toEqual([]);
    expect(await process.prisma.recoveryCase.findFirstOrThrow({ where: { applicationId: sent.id } })).toMatchObject({
      status: "proposed",
      kind: "error",
      // half of 100,000 yuan
      sumFen: 5_000_000n,
      reason: "未履行后续义务（保持从业人员数）：查看社保缴费记录",
    });
    await expect(decide(staff!.id, false)).rejects.toMatchObject({ code: "redemption.obligation-over" });
    process.clock.set(startOfDay(addMonths(decidedOn, 36)));
    await decide(stays!.id, true);
    expect(await open()).toMatchObject([
      { status: "fulfilled", endedById: sent.official("one").userId },
      { status: "breached", found: 18 },
    ]);
  });
});

it("falls away with the decision", async () => {
  process.clock.set(startOfDay(decidedOn));
  const other = await EquipmentCase.submitted(process, 62, { employees: 30 }, itemId, sent.cast);
  await other.recommend();
  await other.step("two", "APPROVE");
  process.clock.set(startOfDay(addMonths(decidedOn, 12)));
  await perform(process, worker, remindObligations);
  expect(await waiting()).toHaveLength(1);
  process.clock.set(startOfDay(decidedOn));
  const actorId = sent.official("three").userId;
  const events = [
    { type: "OBJECTION_RAISED" },
    { type: "OBJECTION_ADMITTED", actorId },
    { type: "OBJECTION_UPHELD", actorId },
  ] as const;
  for (const event of events)
    await run(sent.official("three"), (deps) =>
      advanceCase(deps, { where: { id: other.id }, event, idempotencyKey: event.type, payload: { reason: "属实" } }),
    );
  const rows = await process.prisma.obligation.findMany({ where: { applicationId: other.id } });
  expect(rows.map(({ status }) => status)).toEqual(["dropped", "dropped"]);
  expect(await waiting()).toEqual([]);
});
