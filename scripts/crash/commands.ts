import { voucherOf } from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { attachMaterial } from "~/features/applications/use-cases/attach-material.server";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "~/features/applications/use-cases/save-draft.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { submitApplication } from "~/features/applications/use-cases/submit-application.server";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { markPaid } from "~/features/treasury/use-cases/settle-payment.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type MembershipRole, type StaffRole } from "~/access/permissions";
import type { ReviewAction } from "~/features/redemption/domain/review-actions";
import { reviewCase } from "~/features/redemption/use-cases/review-case.server";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import type { Shared } from "~/server/process";

/** What commands need of a process. */
export type Serving = Omit<Shared, "sandbox">;

/** What the fleet asks of the server. `as` is the person who asks. */
export type Command = { as: string } & (
  | { name: "grant"; documentId: string; year: number; yuan: number; key: string }
  | { name: "draft"; itemId: string }
  | { name: "answer"; id: string; answers: Record<string, boolean | number | string> }
  | { name: "upload"; id: string; material: string; text: string }
  | { name: "submit"; id: string; key: string }
  | { name: "review"; id: string; action: ReviewAction; key: string; version: number }
  | { name: "batch"; paymentIds: string[]; key: string }
  | { name: "release"; batchId: string }
  | { name: "paid"; batchId: string; paymentIds: string[] }
);

/** Carries one command out in one transaction, as the routes do. */
export async function carryOut(shared: Serving, command: Command): Promise<unknown> {
  const actor = await actorOf(shared, command.as);
  return perform(shared, actor, (deps) => run(shared, { ...deps, actor }, command));
}

async function run(shared: Serving, deps: Deps & { actor: UserActor }, command: Command): Promise<unknown> {
  const enterpriseId = deps.actor.enterpriseId ?? "";
  const draft = (id: string) => readDraft(deps, id, enterpriseId);
  switch (command.name) {
    case "grant":
      return grantBudget(deps, {
        documentId: command.documentId,
        year: command.year,
        fen: BigInt(command.yuan) * 100n,
        idempotencyKey: command.key,
      });
    case "draft":
      return startDraft(deps, { enterpriseId, itemId: command.itemId, anew: false });
    case "answer":
      return answer(shared, deps, await draft(command.id), command.answers);
    case "upload":
      return attachMaterial(deps, shared.storage, await draft(command.id), {
        name: command.material,
        fileName: "材料.pdf",
        bytes: Buffer.from(command.text),
      });
    case "submit":
      return submitApplication(deps, await draft(command.id), command.key);
    case "review":
      return reviewCase(deps, {
        id: command.id,
        action: command.action,
        comment: "符合",
        points: [],
        approvedFen: null,
        idempotencyKey: command.key,
        expectedVersion: command.version,
      });
    case "batch":
      return createBatch(deps, { paymentIds: command.paymentIds, idempotencyKey: command.key });
    case "release":
      return releaseBatch(deps, command.batchId);
    case "paid":
      return markPaid(deps, command.batchId, command.paymentIds, voucherOf(shanghaiDay(deps.clock.now())));
  }
}

/** Answers, account and pledge; what is missing of the materials. */
async function answer(
  { env }: Serving,
  deps: Deps,
  draft: Awaited<ReturnType<typeof readDraft>>,
  answers: Record<string, boolean | number | string>,
): Promise<{ missing: string[] }> {
  await saveAnswers(deps, draft, answers);
  if (!draft.account)
    await saveAccount(
      deps,
      draft,
      { holder: "示例企业账户", bankName: "示例银行", number: "340500000001" },
      Buffer.from(env.DATA_KEY, "base64"),
    );
  await savePledge(deps, draft);
  return { missing: draft.progress.materials.missing };
}

export async function actorOf({ prisma }: Pick<Serving, "prisma">, loginName: string): Promise<UserActor> {
  const user = await prisma.user.findUniqueOrThrow({ where: { loginName }, include: { memberships: true } });
  const [membership] = user.memberships;
  const roles = user.roles as StaffRole[];
  return {
    kind: "user",
    userId: user.id,
    loginName,
    displayName: user.displayName,
    locale: "zh",
    roles,
    departmentId: user.departmentId,
    regionCode: user.regionCode,
    sessionId: "-",
    memberships: user.memberships.map((each) => ({
      enterpriseId: each.enterpriseId,
      enterpriseName: "",
      role: each.role as MembershipRole,
    })),
    enterpriseId: membership?.enterpriseId ?? null,
    permissions: permissionsOf(roles, (membership?.role ?? null) as MembershipRole | null),
    address: "127.0.0.1",
  };
}
