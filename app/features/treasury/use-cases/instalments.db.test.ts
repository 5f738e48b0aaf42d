import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { readClaims } from "~/features/claims/use-cases/read-claims.server";
import { checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { readForecast } from "~/features/funds/use-cases/read-forecast.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { Cast } from "~/features/redemption/testing/verify/cast";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { decideObligation } from "~/features/redemption/use-cases/decide-obligation.server";
import { decideInstalment } from "~/features/redemption/use-cases/decide-instalment.server";
import { payInstalments } from "~/features/redemption/use-cases/pay-instalment.server";
import { readCaseInstalments } from "~/features/redemption/use-cases/read-instalments.server";
import { confirmRecovery, proposeRecovery } from "~/features/redemption/use-cases/recover-case.server";
import { remindInstalments } from "~/features/redemption/use-cases/remind-instalments.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { expiries } from "~/contexts.server";
import type { Deps } from "~/platform/context.server";
import { createLog } from "~/platform/log.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { createBatch } from "./create-batch.server";
import { giveAccount } from "./reissue-payment.server";
import { cancelBatch, releaseBatch } from "./release-batch.server";
import { markPaid, markReturned } from "./settle-payment.server";

/** 100万元，分三年按40%、30%、30%兑现；5年内迁出的，其余各期不再兑现. */
const years = { id: "zone-more-013", answers: { headquarters: "regional", relocatedFromOutside: true } };
/** 60万元，认定当年拨付50%，一年后考核合格的再拨付50%. */
const checked = { id: "zone-more-017", answers: { greenFactoryLevel: "national" } };
const worker = { kind: "system", name: "worker" } as const;
let process: TestProcess;
let serial = 70;
let cast: Cast | undefined;

beforeAll(async () => {
  process = await testProcess();
  await grant(2026, 1_000_000_000n);
});
afterAll(() => process.close());

const run = <T>(actor: UserActor, work: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const grant = (year: number, fen: bigint) =>
  run(maker, (deps) => grantBudget(deps, { documentId: "zone-more", year, fen, idempotencyKey: randomUUID() }));
const payments = (id: string) =>
  process.prisma.payment.findMany({ where: { applicationId: id }, orderBy: { createdAt: "asc" } });
const day = (date: string) => process.clock.set(startOfDay(date));
const worked = () => payInstalments(process, worker);
const standing = async ({ id }: EquipmentCase) =>
  (await readCaseInstalments({ tx: process.prisma, clock: process.clock }, id, "zh")).map((part) => part.standing);
const told = async (kind: string) =>
  (await process.prisma.outbox.findMany({ where: { topic: "notice" } })).filter(
    ({ payload }) => (payload as { kind: string }).kind === kind,
  ).length;

async function batched(id: string): Promise<{ batchId: string; paymentId: string }> {
  const due = await process.prisma.payment.findFirstOrThrow({ where: { applicationId: id, status: "pending" } });
  const batchId = await run(maker, (deps) => createBatch(deps, { paymentIds: [due.id], idempotencyKey: randomUUID() }));
  return { batchId, paymentId: due.id };
}

async function pay(id: string): Promise<string> {
  const { batchId, paymentId } = await batched(id);
  await run(checker, (deps) => releaseBatch(deps, batchId));
  await run(witness, (deps) => markPaid(deps, batchId, [paymentId], voucherOf(shanghaiDay(process.clock.now()))));
  return paymentId;
}

/** Decided on 30 November 2026, and its first part paid on 20 December. */
async function firstPaid({ id, answers }: typeof years | typeof checked): Promise<EquipmentCase> {
  day("2026-11-30");
  const sent = await EquipmentCase.submitted(process, (serial += 1), answers, id, cast);
  cast = sent.cast;
  await sent.recommend();
  await sent.step("two", "APPROVE");
  day("2026-12-20");
  await runDeadlines({ ...process, log: createLog("silent") }, expiries);
  await pay(sent.id);
  return sent;
}

it("pays a plan of three years by itself, on days on which people work, out of each year's budget", async () => {
  const sent = await firstPaid(years);
  expect((await payments(sent.id)).map(({ amountFen, status }) => [amountFen, status])).toEqual([
    [40_000_000n, "paid"],
  ]);
  expect(await standing(sent)).toEqual(["paid", "day", "day"]);
  const sums = (await process.prisma.outbox.findMany({ where: { topic: "notice" }, orderBy: { id: "asc" } })).flatMap(
    ({ payload }) => {
      const { kind, params } = payload as { kind: string; params: { sum?: string } };
      return ["case.publicity", "case.payment", "case.closed"].includes(kind) ? [`${kind} ${params.sum}`] : [];
    },
  );
  expect(sums).toEqual(["case.publicity 100万元", "case.payment 40万元", "case.closed 40万元"]);
  const held = async () =>
    (await readClaims({ tx: process.prisma, catalogue: process.catalogue }, sent.enterpriseId))[0];
  expect(await held(), "the whole promise counts against other cases").toMatchObject({
    rank: "paid",
    fen: 100_000_000n,
  });
  // New Year's Day 2027 is a Friday and a holiday, Saturday and Sunday follow
  for (const date of ["2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"]) {
    day(date);
    await worked();
    expect((await payments(sent.id)).length, date).toBe(1);
  }
  day("2027-01-04");
  await worked();
  expect(await payments(sent.id), "there is no budget of 2027 yet").toHaveLength(1);
  await worked();
  expect([await standing(sent), await told("instalmentUnfunded")]).toEqual([["paid", "budget", "day"], 1]);
  await grant(2027, 30_000_000n);
  await worked();
  await worked();
  expect(await standing(sent)).toEqual(["paid", "listed", "day"]);
  await pay(sent.id);
  const [, second] = await payments(sent.id);
  const envelope = await process.prisma.envelope.findUniqueOrThrow({ where: { id: second!.envelopeId } });
  expect([second!.amountFen, envelope.year, envelope.disbursedFen]).toEqual([30_000_000n, 2027, 30_000_000n]);
  expect(await sent.row()).toMatchObject({ state: "closed", approvedFen: 100_000_000n });
  expect([await standing(sent), await told("instalmentPaid")]).toEqual([["paid", "paid", "day"], 1]);
  await grant(2028, 30_000_000n);
  // 1 January 2028 is a Saturday
  day("2028-01-05");
  await worked();
  await pay(sent.id);
  await worked();
  const all = await payments(sent.id);
  expect(all.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(100_000_000n);
  expect(await standing(sent)).toEqual(["paid", "paid", "paid"]);
  expect(await held()).toMatchObject({ fen: 100_000_000n });
});

it("pays no further part while the money is asked back, and none once that is confirmed", async () => {
  const sent = await firstPaid(years);
  await grant(2027, 60_000_000n);
  day("2027-01-04");
  await worked();
  expect(await standing(sent)).toEqual(["paid", "listed", "day"]);
  const { batchId } = await batched(sent.id);
  await run(sent.official("one"), async (deps) =>
    proposeRecovery(deps, {
      id: sent.id,
      kind: "fraud",
      sumFen: null,
      reason: "材料虚假",
      idempotencyKey: randomUUID(),
      expectedVersion: (await sent.row()).version,
    }),
  );
  await expect(run(checker, (deps) => releaseBatch(deps, batchId))).rejects.toMatchObject({ code: "funds.asked-back" });
  await run(maker, (deps) => cancelBatch(deps, batchId));
  await worked();
  expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "cancelled"]);
  const [recovery] = await process.prisma.recoveryCase.findMany({ where: { applicationId: sent.id } });
  expect(recovery, "what was paid so far").toMatchObject({ sumFen: 40_000_000n });
  await run(sent.official("two"), async (deps) => {
    await confirmRecovery(deps, sent.id);
    const event = { type: "RECOVERY_CONFIRMED", actorId: deps.actor.userId } as const;
    await advanceCase(deps, { where: { id: sent.id }, event, idempotencyKey: randomUUID() });
  });
  expect([await standing(sent), await told("instalmentEnded")]).toEqual([["paid", "dropped", "dropped"], 1]);
  day("2028-01-05");
  await worked();
  expect(await payments(sent.id)).toHaveLength(2);
});

it("ends where the firm doesn't keep what it is obliged to", async () => {
  const sent = await firstPaid(years);
  await grant(2027, 30_000_000n);
  day("2027-01-04");
  await worked();
  const [stays] = await process.prisma.obligation.findMany({ where: { applicationId: sent.id } });
  await run(sent.official("one"), (deps) =>
    decideObligation(deps, {
      id: stays!.id,
      kept: false,
      note: "已迁往外省",
      found: null,
      idempotencyKey: randomUUID(),
    }),
  );
  expect(await standing(sent)).toEqual(["paid", "dropped", "dropped"]);
  expect((await payments(sent.id)).map(({ status }) => status)).toEqual(["paid", "cancelled"]);
  const [part] = await process.prisma.instalment.findMany({ where: { applicationId: sent.id } });
  expect(part?.note).toBe("未履行后续义务（不迁出演示区）：已迁往外省");
  day("2028-01-05");
  await worked();
  expect(await payments(sent.id)).toHaveLength(2);
});

it("falls away with the decision, and money set aside is that of the first part alone", async () => {
  day("2026-11-30");
  const sent = await EquipmentCase.submitted(process, (serial += 1), years.answers, years.id, cast);
  await sent.recommend();
  await sent.step("two", "APPROVE");
  const [reserved] = await process.prisma.$queryRaw<{ fen: bigint }[]>`
    SELECT sum(e."amountFen")::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE t."applicationId" = ${sent.id}::uuid AND e.account = 'reserved'`;
  expect(reserved?.fen).toBe(40_000_000n);
  const actorId = sent.official("three").userId;
  const events = [
    { type: "OBJECTION_RAISED" },
    { type: "OBJECTION_ADMITTED", actorId },
    { type: "OBJECTION_UPHELD", actorId },
  ] as const;
  for (const event of events)
    await run(sent.official("three"), (deps) =>
      advanceCase(deps, { where: { id: sent.id }, event, idempotencyKey: event.type, payload: { reason: "属实" } }),
    );
  const rows = await process.prisma.instalment.findMany({ where: { applicationId: sent.id } });
  expect(rows.map(({ status, note }) => [status, note])).toEqual([
    ["dropped", null],
    ["dropped", null],
  ]);
});

it("asks the office for a condition, pays what it confirms on its day, and nothing where it denies", async () => {
  const [good, bad] = [await firstPaid(checked), await firstPaid(checked)];
  const part = (sent: EquipmentCase) =>
    process.prisma.instalment.findFirstOrThrow({ where: { applicationId: sent.id, place: 1 } });
  const remind = async (date: string) => {
    day(date);
    await perform(process, worker, remindInstalments);
  };
  expect(await part(good)).toMatchObject({ dueOn: "2027-11-30", conditional: true, amountFen: 30_000_000n });
  await remind("2027-10-30");
  expect(await told("instalmentAsked")).toBe(0);
  await remind("2027-10-31");
  await remind("2027-10-31");
  expect(await told("instalmentAsked")).toBe(2);
  const waiting = () => process.prisma.task.findMany({ where: { subjectType: "condition", closedAt: null } });
  expect(
    (await waiting()).map(({ dueOn }) => dueOn),
    "until the part is due",
  ).toEqual(["2027-11-30", "2027-11-30"]);
  await grant(2027, 60_000_000n);
  day("2027-11-10");
  const decide = async (sent: EquipmentCase, who: UserActor, confirmed: boolean, note = "考核报告第3号") =>
    run(who, async (deps) => decideInstalment(deps, { id: (await part(sent)).id, confirmed, note }));
  const stranger = { ...good.official("one"), departmentId: "city-science" };
  await expect(decide(good, stranger, true)).rejects.toMatchObject({ status: 404 });
  await expect(decide(good, good.official("one"), true, " ")).rejects.toMatchObject({
    code: "redemption.reason-missing",
  });
  await decide(good, good.official("one"), true);
  await expect(decide(good, good.official("one"), false)).rejects.toMatchObject({ code: "redemption.instalment-over" });
  expect(await standing(good), "its day has not come").toEqual(["paid", "day"]);
  const before = await told("instalmentEnded");
  await decide(bad, bad.official("one"), false, "考核不合格");
  expect([await standing(bad), await told("instalmentEnded")]).toEqual([["paid", "denied"], before + 1]);
  const claims = await readClaims({ tx: process.prisma, catalogue: process.catalogue }, bad.enterpriseId);
  expect(claims, "what is not paid is promised no more").toMatchObject([{ fen: 30_000_000n }]);
  day("2027-11-30");
  await worked();
  await pay(good.id);
  expect([(await payments(good.id)).length, (await payments(bad.id)).length]).toEqual([2, 1]);
  expect(await waiting(), "both were decided on").toEqual([]);
});

it("goes to the account in use on its day, and again to another where the bank sends it back", async () => {
  const sent = await firstPaid(checked);
  const [first] = await payments(sent.id);
  await process.prisma.bankAccount.updateMany({
    where: { enterpriseId: sent.enterpriseId },
    data: { retiredAt: new Date("2027-03-01") },
  });
  const another = await process.prisma.bankAccount.create({
    data: {
      enterpriseId: sent.enterpriseId,
      holder: "示例",
      bankName: "另一银行",
      sealedNumber: new Uint8Array(8),
      lastFour: "4321",
      createdById: sent.owner.userId,
      createdAt: new Date("2027-03-01"),
    },
  });
  const part = await process.prisma.instalment.findFirstOrThrow({ where: { applicationId: sent.id } });
  day("2027-12-01");
  await run(sent.official("one"), (deps) => decideInstalment(deps, { id: part.id, confirmed: true, note: "合格" }));
  const [, second] = await payments(sent.id);
  expect(second).toMatchObject({ bankAccountId: another.id, status: "pending", instalmentId: part.id });
  expect(first!.bankAccountId).not.toBe(another.id);
  const { batchId, paymentId } = await batched(sent.id);
  await run(checker, (deps) => releaseBatch(deps, batchId));
  await run(witness, (deps) => markReturned(deps, batchId, [paymentId], { code: "AC04", text: "账户已销户" }));
  expect(await sent.row(), "the case stays closed").toMatchObject({ state: "closed" });
  expect(await standing(sent)).toEqual(["paid", "returned"]);
  const account = { holder: "示例", bankName: "第三银行", number: "340512349999" };
  await perform(process, sent.owner, (deps) =>
    giveAccount(deps, {
      applicationId: sent.id,
      enterpriseId: sent.enterpriseId,
      account,
      key: Buffer.alloc(32, 7),
    }),
  );
  const again = await process.prisma.payment.findFirstOrThrow({ where: { replacesId: paymentId } });
  expect(again).toMatchObject({ status: "pending", instalmentId: part.id, amountFen: 30_000_000n });
  await pay(sent.id);
  expect(await standing(sent)).toEqual(["paid", "paid"]);
});

it("is foreseen in the budget of the year in which each part comes due, the first alone in that of the decision", async () => {
  for (const year of [2027, 2028]) await grant(year, 1n);
  const foreseen = (year: number) =>
    run(maker, async (deps) => {
      const [row, ...others] = await readForecast(deps, year);
      expect(others).toEqual([]);
      return row!;
    });
  day("2026-12-20");
  const before = { this: await foreseen(2026), next: await foreseen(2027), third: await foreseen(2028) };
  day("2026-11-30");
  const sent = await EquipmentCase.submitted(process, (serial += 1), years.answers, years.id, cast);
  const claimed = await foreseen(2026);
  expect(claimed.expectedFen - before.this.expectedFen, "40% of 1,000,000 yuan").toBe(40_000_000n);
  await sent.recommend();
  await sent.step("two", "APPROVE");
  day("2026-12-20");
  const [next, third] = [await foreseen(2027), await foreseen(2028)];
  expect([next.comingFen - before.next.comingFen, third.comingFen - before.third.comingFen]).toEqual([
    30_000_000n,
    30_000_000n,
  ]);
  expect((await foreseen(2026)).comingFen - before.this.comingFen).toBe(0n);
  day("2027-02-01");
  expect((await foreseen(2027)).comingFen - before.next.comingFen, "what is overdue is taken this year").toBe(
    30_000_000n,
  );
});
