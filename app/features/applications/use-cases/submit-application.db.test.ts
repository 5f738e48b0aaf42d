import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { ownedFirm } from "../testing/owned-firm";
import { readDraft } from "./read-draft.server";
import { deedAnswers } from "../testing/deed-answers";
import { saveAccount, saveAnswers, savePledge } from "./save-draft.server";
import { startDraft } from "./start-draft.server";
import { submitApplication } from "./submit-application.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let actor: UserActor;
let enterpriseId: string;

beforeAll(async () => {
  process = await testProcess();
  ({ actor, enterpriseId } = await ownedFirm(process, 1));
});
afterAll(() => process.close());

const key = Buffer.alloc(32, 7);

const answers: Record<string, Record<string, FactValue>> = {
  [itemId]: { ipManagementCertified: true },
  "zone-patent-006": { domesticIpLitigationCost: 100_000 },
};

/** A draft that can be sent; it names an account where the firm has none yet. */
async function completeDraft(ofItem = itemId): Promise<string> {
  const { id } = await perform(process, actor, (deps) =>
    startDraft(deps, { enterpriseId, itemId: ofItem, anew: false }),
  );
  await perform(process, actor, async (deps) => {
    const begun = await readDraft(deps, id, enterpriseId);
    await saveAnswers(deps, begun, { ...answers[ofItem], ...deedAnswers(begun.asked, 1) });
    const draft = await readDraft(deps, id, enterpriseId);
    for (const name of draft.item.materials) {
      await deps.tx.material.create({
        data: {
          applicationId: id,
          name,
          fileName: "a.pdf",
          fileHash: "0".repeat(64),
          mimeType: "application/pdf",
          sizeBytes: 3,
          uploadedById: actor.userId,
          uploadedAt: deps.clock.now(),
        },
      });
    }
    if (!draft.account)
      await saveAccount(deps, draft, { holder: "示例", bankName: "示例银行", number: "340512345678" }, key);
    await savePledge(deps, draft);
  });
  return id;
}

const submit = (id: string, idempotencyKey: string, account?: string) =>
  perform(process, actor, async (deps) =>
    submitApplication(deps, await readDraft(deps, id, enterpriseId), idempotencyKey, account),
  );

describe("submitting", () => {
  it("refuses an incomplete draft and another firm's draft", async () => {
    const { id } = await perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId, anew: false }));
    await expect(submit(id, "early")).rejects.toMatchObject({ code: "applications.incomplete" });
    const stranger = perform(process, actor, (deps) => readDraft(deps, id, "01900000-0000-7000-8000-000000000000"));
    await expect(stranger).rejects.toMatchObject({ code: "applications.not-found" });
  });

  it("happens once, however often and however fast it is sent", async () => {
    const id = await completeDraft();
    await Promise.all(Array.from({ length: 5 }, () => submit(id, "same")));
    const row = await process.prisma.application.findUniqueOrThrow({
      where: { id },
      include: { transitions: true, tasks: true, ruleChecks: true },
    });
    expect(row.transitions.map((each) => each.event)).toEqual(["SUBMIT"]);
    expect(row).toMatchObject({ state: "countyReview", claimedFen: 5_000_000n });
    expect(row.tasks).toHaveLength(1);
    expect(row.ruleChecks.every((check) => check.result)).toBe(true);
    expect(await process.prisma.auditEvent.count({ where: { action: "application.submit" } })).toBe(1);
  });

  it("opens no second application of the year", async () => {
    const again = await perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId, anew: false }));
    expect(again.state).toBe("countyReview");
  });

  it("pays a second application to the account its page shows, and refuses where another was shown", async () => {
    const id = await completeDraft("zone-patent-006");
    const { account } = await perform(process, actor, (deps) => readDraft(deps, id, enterpriseId));
    await expect(submit(id, "stale", "01900000-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "applications.account-changed",
    });
    await submit(id, "second", account?.id);
    const rows = await process.prisma.application.findMany({
      where: { enterpriseId },
      select: { bankAccountId: true },
    });
    expect(rows.map(({ bankAccountId }) => bankAccountId)).toEqual([account?.id, account?.id]);
  });

  it("leaves the case unchanged when a step is refused", async () => {
    const row = await process.prisma.application.findFirstOrThrow({ where: { itemId } });
    const early = perform(process, actor, (deps) =>
      advanceCase(deps, { where: { id: row.id }, event: { type: "PUBLICITY_ENDED" }, idempotencyKey: "early" }),
    );
    await expect(early).rejects.toMatchObject({ code: "redemption.not-allowed" });
    const stale = perform(process, actor, (deps) =>
      advanceCase(deps, {
        where: { id: row.id },
        event: { type: "WITHDRAW" },
        idempotencyKey: "stale",
        expectedVersion: row.version + 1,
      }),
    );
    await expect(stale).rejects.toMatchObject({ code: "applications.version-conflict" });
    const reused = perform(process, actor, (deps) =>
      advanceCase(deps, { where: { id: row.id }, event: { type: "WITHDRAW" }, idempotencyKey: "same" }),
    );
    await expect(reused).rejects.toMatchObject({ code: "applications.key-reused" });
    expect(await process.prisma.application.findFirstOrThrow({ where: { id: row.id } })).toEqual(row);
  });
});
