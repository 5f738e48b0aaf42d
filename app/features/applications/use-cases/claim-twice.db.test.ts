import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDuePayment, addPayee, checker, maker, voucherOf, witness } from "~/features/funds/testing/due-payment";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { moveBudget } from "~/features/funds/use-cases/move-budget.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import type { UserActor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { ownedFirm } from "../testing/owned-firm";
import { readClaims } from "~/features/claims/use-cases/read-claims.server";
import { readDraft } from "./read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "./save-draft.server";
import { startDraft } from "./start-draft.server";
import { submitApplication } from "./submit-application.server";

/** Had once ever: 知识产权贯标企业资助. */
const itemId = "zone-patent-005";
const key = Buffer.alloc(32, 7);
let process: TestProcess;
let owner: UserActor;
let enterpriseId: string;

beforeAll(async () => {
  process = await testProcess();
  ({ actor: owner, enterpriseId } = await ownedFirm(process, 1));
  await finance((deps) =>
    grantBudget(deps, { documentId: "zone-patent", year: 2026, fen: 100_000_000n, idempotencyKey: "grant" }),
  );
});
afterAll(() => process.close());

const finance = <T>(useCase: (deps: FinanceDeps) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => useCase({ ...deps, actor }));
const start = (firm: string) =>
  perform(process, { ...owner, enterpriseId: firm }, (deps) =>
    startDraft(deps, { enterpriseId: firm, itemId, anew: false }),
  );

async function complete(id: string): Promise<void> {
  await perform(process, owner, async (deps) => {
    await saveAnswers(deps, await readDraft(deps, id, enterpriseId), { ipManagementCertified: true });
    const draft = await readDraft(deps, id, enterpriseId);
    await deps.tx.material.createMany({
      data: draft.item.materials.map((name) => ({
        applicationId: id,
        name,
        fileName: "a.pdf",
        fileHash: "0".repeat(64),
        mimeType: "application/pdf",
        sizeBytes: 3,
        uploadedById: owner.userId,
        uploadedAt: deps.clock.now(),
      })),
    });
    if (!draft.account)
      await saveAccount(deps, draft, { holder: "示例", bankName: "示例银行", number: "340512345678" }, key);
    await savePledge(deps, await readDraft(deps, id, enterpriseId));
  });
}

const submit = (id: string) =>
  perform(process, owner, async (deps) => submitApplication(deps, await readDraft(deps, id, enterpriseId), `s:${id}`));

/** A firm with a paid case of the item. */
async function paidFirm(serial: number) {
  const payee = await addPayee(process, serial);
  const due = await addDuePayment(process, payee, itemId, 5_000_000n);
  const batchId = await finance((deps) =>
    createBatch(deps, { paymentIds: [due.paymentId], idempotencyKey: randomUUID() }),
  );
  await finance((deps) => releaseBatch(deps, batchId), checker);
  await finance(
    (deps) => markPaid(deps, batchId, [due.paymentId], voucherOf(shanghaiDay(process.clock.now()))),
    witness,
  );
  return { ...payee, ...due };
}

describe("what is had once", () => {
  it("is not begun again after it was paid, also not a year later, and names the case", async () => {
    const firm = await paidFirm(11);
    const { number } = await process.prisma.application.findUniqueOrThrow({ where: { id: firm.applicationId } });
    const refused = {
      code: "applications.claimed",
      params: { why: "ever", cases: expect.stringContaining(number ?? "-") },
    };
    await expect(start(firm.enterpriseId)).rejects.toMatchObject(refused);
    process.clock.set(new Date("2027-03-01T02:00:00Z"));
    await expect(start(firm.enterpriseId)).rejects.toMatchObject(refused);
    process.clock.set(new Date("2026-11-24T02:00:00Z"));
  });

  it("is free again once all of it was paid back, and not before", async () => {
    const firm = await paidFirm(12);
    const back = (movement: "recover" | "collect", fen: bigint) =>
      finance((deps) =>
        moveBudget(deps, { applicationId: firm.applicationId, movement, fen, idempotencyKey: randomUUID() }),
      );
    await back("recover", 5_000_000n);
    await back("collect", 4_999_999n);
    expect(await perform(process, maker, (deps) => readClaims(deps, firm.enterpriseId))).toMatchObject([{ fen: 1n }]);
    await expect(start(firm.enterpriseId)).rejects.toMatchObject({ code: "applications.claimed" });
    await back("collect", 1n);
    expect((await start(firm.enterpriseId)).state).toBe("draft");
  });

  it("is submitted once, of two drafts sent at the same instant over two connections", async () => {
    const first = await start(enterpriseId);
    await complete(first.id);
    process.clock.set(new Date("2027-01-04T02:00:00Z"));
    const second = await start(enterpriseId);
    await complete(second.id);
    expect(second.id).not.toBe(first.id);
    const sent = await Promise.allSettled([submit(first.id), submit(second.id)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [refused] = sent.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(refused).toMatchObject({ code: "applications.claimed", params: { why: "ever" } });
    expect(
      await process.prisma.application.count({ where: { enterpriseId, itemId, submittedAt: { not: null } } }),
    ).toBe(1);
  });
});

it("a draft of a policy that ended is refused with the last day, and stays readable", async () => {
  process.clock.set(new Date("2026-11-29T02:00:00Z"));
  const { id } = await perform(process, owner, (deps) =>
    startDraft(deps, { enterpriseId, itemId: "cn-equip-loan-15", anew: false }),
  );
  process.clock.set(new Date("2027-01-28T02:00:00Z"));
  await expect(submit(id)).rejects.toMatchObject({ code: "applications.ended", params: { day: "2026-12-31" } });
  expect((await perform(process, owner, (deps) => readDraft(deps, id, enterpriseId))).row.state).toBe("draft");
});
