import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terms } from "~/contexts.server";
import { confirmChange } from "~/features/calendar/use-cases/confirm-change.server";
import { proposeDay } from "~/features/calendar/use-cases/propose-change.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import {
  addDuePayment,
  addPayee,
  checker,
  financeOfficer,
  maker,
  voucherOf,
  witness,
} from "~/features/funds/testing/due-payment";
import { createBatch } from "./create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { readRecoveryPage } from "./read-recoveries.server";
import { recoverPayment } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBatch } from "./release-batch.server";
import { markPaid } from "./settle-payment.server";
import { takeIn } from "./take-in.server";
import { urgeRecoveries, urgeRecovery } from "./urge-recovery.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let applicationId: string;
let recoveryId: string;

type Own = Parameters<Parameters<typeof perform<unknown>>[2]>[0] & { actor: typeof maker };
const run = <T>(work: (deps: Own) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
const on = (day: string) => process.clock.set(new Date(`${day}T02:00:00Z`));
const shown = async (state?: "open" | "closed") =>
  (await readRecoveryPage({ tx: process.prisma, clock: process.clock }, { regionCode: "340500", state }, 1)).rows;
const orders = async (kind: string) =>
  (await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
    .map(({ payload }) => payload as { kind: string; to: unknown; href: string })
    .filter((each) => each.kind === kind);

beforeAll(async () => {
  process = await testProcess(new Date("2026-09-01T02:00:00Z"));
  const documentId = process.catalogue.registry.documentIdOf(itemId);
  await run((deps) => grantBudget(deps, { documentId, year: 2026, fen: 10_000_000n, idempotencyKey: "g" }));
  const payee = await addPayee(process, 1);
  const due = await addDuePayment(process, payee, itemId, 1_000_000n);
  applicationId = due.applicationId;
  const batch = await run((deps) => createBatch(deps, { paymentIds: [due.paymentId], idempotencyKey: "b" }));
  await run((deps) => releaseBatch(deps, batch), checker);
  const voucher = voucherOf(shanghaiDay(process.clock.now()));
  await run((deps) => markPaid(deps, batch, [due.paymentId], voucher), witness);
  recoveryId = await run((deps) =>
    recoverPayment(deps, { paymentId: due.paymentId, sumFen: 600_000n, reason: "申报材料不实" }),
  );
  await process.prisma.recoveryCase.create({
    data: {
      applicationId,
      enterpriseId: payee.enterpriseId,
      paymentId: due.paymentId,
      kind: "fraud",
      sumFen: 600_000n,
      reason: "申报材料不实",
      status: "demanded",
      proposedById: maker.userId,
      proposedAt: process.clock.now(),
      dueOn: "2026-09-22",
      recoveryId,
    },
  });
});
afterAll(() => process.close());

describe("a demand that is not paid in time", () => {
  it("is left alone on its last day, by the round and by an officer", async () => {
    on("2026-09-22");
    await urgeRecoveries(process);
    await expect(run((deps) => urgeRecovery(deps, recoveryId))).rejects.toMatchObject({ code: "funds.not-overdue" });
    expect(await shown("open")).toMatchObject([{ step: "running", urgedCount: 0, mayUrge: false, owedFen: 600_000n }]);
  });

  it("has its firm urged the day after, once however often the round runs, with ten working days to answer", async () => {
    on("2026-09-23");
    await urgeRecoveries(process);
    await urgeRecoveries(process);
    expect(await orders("recoveryUrged")).toMatchObject([{ href: `/firm/applications/${applicationId}` }]);
    // 中秋 25 to 27 September, 国庆 1 to 7 October are free, 20 September and 10 October worked (国务院办公厅 2026 calendar)
    expect(await shown()).toMatchObject([
      { step: "urged", urgedCount: 1, urgedOn: "2026-09-23", answerBy: "2026-10-14" },
    ]);
    expect(
      await process.prisma.auditEvent.findMany({
        where: { action: "recovery.urged" },
        select: { subjectId: true, after: true },
      }),
    ).toEqual([{ subjectId: recoveryId, after: { fen: "600000", answerBy: "2026-10-14" } }]);
  });

  it("can't be urged twice on a day, nor by another treasury", async () => {
    await expect(run((deps) => urgeRecovery(deps, recoveryId))).rejects.toMatchObject({ code: "funds.urged-today" });
    const other = financeOfficer("00000000-0000-7000-8000-0000000000f9", "320100");
    await expect(run((deps) => urgeRecovery(deps, recoveryId), other)).rejects.toMatchObject({
      code: "request.not-found",
    });
    expect(
      (await readRecoveryPage({ tx: process.prisma, clock: process.clock }, { regionCode: "320100" }, 1)).count,
    ).toBe(0);
  });

  it("gets more time when working days become days off, each time, and what was told before stays written", async () => {
    for (const [date, answerBy] of [
      ["2026-10-12", "2026-10-15"],
      ["2026-10-13", "2026-10-16"],
    ] as const) {
      const proposed = await run((deps) => proposeDay(deps, { date, isWorkday: false, note: "本地停电" }));
      if (!proposed.ok) throw new Error(proposed.problem);
      await run((deps) => confirmChange({ ...deps, terms }, proposed.id ?? "", { missingSeen: false }));
      expect(await shown()).toMatchObject([{ step: "urged", urgedCount: 1, urgedOn: "2026-09-23", answerBy }]);
    }
    const rows = await process.prisma.recoveryReminder.findMany({
      where: { recoveryId },
      orderBy: { answerBy: "asc" },
    });
    expect(rows.map(({ kind, answerBy }) => `${kind} ${answerBy}`)).toEqual([
      "urged 2026-10-14",
      "moved 2026-10-15",
      "moved 2026-10-16",
    ]);
  });

  it("goes to its lead department when the ten days are over, once", async () => {
    on("2026-10-16");
    await urgeRecoveries(process);
    expect(await orders("recoveryUnpaid")).toEqual([]);
    on("2026-10-17");
    await urgeRecoveries(process);
    await urgeRecoveries(process);
    expect(await orders("recoveryUnpaid")).toMatchObject([
      { to: { needs: "approve:application:department" }, href: `/desk/cases/${applicationId}` },
    ]);
    expect(await shown()).toMatchObject([{ step: "handedOn", mayUrge: true }]);
  });

  it("is settled in parts, and urged no more", async () => {
    await run((deps) => takeIn(deps, { recoveryId, fen: 100_000n, booking: "1" }));
    expect(await shown("open")).toMatchObject([{ receivedFen: 100_000n, owedFen: 500_000n }]);
    await run((deps) => takeIn(deps, { recoveryId, fen: 500_000n, booking: "2" }));
    expect(await shown("open")).toEqual([]);
    expect(await shown("closed")).toMatchObject([{ step: "settled", receivedFen: 600_000n, mayUrge: false }]);
    await expect(run((deps) => urgeRecovery(deps, recoveryId))).rejects.toMatchObject({ code: "funds.not-overdue" });
  });
});
