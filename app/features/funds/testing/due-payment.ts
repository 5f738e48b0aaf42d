import { eventsTo } from "#prisma/seed/case-path";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { advanceCase, type CaseColumns } from "~/features/redemption/use-cases/advance-case.server";
import { grantBudget } from "../use-cases/grant-budget.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { perform, type Performing } from "~/platform/transact.server";
import { seal } from "~/platform/seal.server";

/** The key bank accounts of tests are sealed with. */
export const testKey = Buffer.alloc(32, 7);

const persons = {
  county: "00000000-0000-7000-8000-00000000000c",
  reviewer: "00000000-0000-7000-8000-00000000000e",
  approver: "00000000-0000-7000-8000-00000000000a",
  co: "00000000-0000-7000-8000-00000000000b",
  head: "head",
  experts: [],
};

/** A finance officer, of the city unless said otherwise. */
export function financeOfficer(userId: string, regionCode = "340500"): UserActor {
  return {
    kind: "user",
    userId,
    loginName: userId.slice(-4),
    displayName: "财务人员",
    locale: "zh",
    roles: ["finance"],
    departmentId: "city-finance",
    regionCode,
    sessionId: "s",
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["finance"], null),
    address: null,
  };
}

export const maker = financeOfficer("00000000-0000-7000-8000-0000000000f1");
/** Of a county that shares the cost of a document of the city. */
export const countyMaker = financeOfficer("00000000-0000-7000-8000-0000000000f3", "340503");
/** Notes by hand what the bank paid. */
export const witness = financeOfficer("00000000-0000-7000-8000-0000000000f4");
/** The voucher of a day, as it is stored. */
export const voucherOf = (bankedOn: string) => ({
  voucher: "回单1号",
  bankedOn,
  fileHash: "0".repeat(64),
  fileName: "回单.pdf",
  fileType: "application/pdf",
});
export const checker = financeOfficer("00000000-0000-7000-8000-0000000000f2");

/** Gives the document of an item its budget of 2026, in fen. */
export function grantFor(process: Performing, itemId: string, fen: bigint): Promise<void> {
  const documentId = process.catalogue.registry.documentIdOf(itemId);
  return perform(process, maker, (deps) =>
    grantBudget({ ...deps, actor: maker }, { documentId, year: 2026, fen, idempotencyKey: "all" }),
  );
}

/** A new firm of a county with a bank account. */
export async function addPayee(
  { prisma, clock }: Pick<Performing, "prisma" | "clock">,
  serial: number,
  regionCode = "340503",
) {
  const createdAt = clock.now();
  const firm = await prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode(regionCode, serial),
      name: `示例收款${serial}号有限公司`,
      legalForm: "company",
      regionCode,
      industryCode: "C3421",
      createdAt,
    },
  });
  const number = `3405${String(serial).padStart(12, "0")}`;
  const account = await prisma.bankAccount.create({
    data: {
      enterpriseId: firm.id,
      holder: firm.name,
      bankName: "示例银行马鞍山分行",
      sealedNumber: new Uint8Array(seal(number, testKey)),
      lastFour: number.slice(-4),
      createdById: firm.id,
      createdAt,
    },
  });
  return { enterpriseId: firm.id, bankAccountId: account.id, number };
}

/**
 * Leads an application of a firm through the real workflow until its payment waits; its budget must have been granted.
 * `after` is called after each step.
 */
export async function addDuePayment(
  process: Performing,
  payee: Payee,
  itemId: string,
  fen: bigint,
  after?: () => Promise<void>,
): Promise<{ applicationId: string; paymentId: string }> {
  const applicationId = await approve(process, payee, itemId, fen, after);
  const payment = await process.prisma.payment.findFirstOrThrow({ where: { applicationId } });
  return { applicationId, paymentId: payment.id };
}

/** As `addDuePayment`, where the budget is used up: the case waits for it. */
export function addUnfunded(process: Performing, payee: Payee, itemId: string, fen: bigint): Promise<string> {
  return approve(process, payee, itemId, fen);
}

/** Without an account its payment waits for the firm to give one. */
type Payee = { enterpriseId: string; bankAccountId: string | null };

async function approve(
  process: Performing,
  payee: Payee,
  itemId: string,
  fen: bigint,
  after?: () => Promise<void>,
): Promise<string> {
  const { enterpriseId, bankAccountId } = payee;
  const actor = { kind: "system", name: "worker" } as const;
  const redemption = process.catalogue.byId.get(itemId)?.redemption;
  if (!redemption) throw new Error(`no item ${itemId}`);
  const { id } = await perform(process, { ...maker, enterpriseId }, (deps) =>
    startDraft(deps, { enterpriseId, itemId, anew: false }),
  );
  const frozen = { facts: {}, records: [], asOf: shanghaiDay(process.clock.now()) };
  const handedIn = {
    seq: 1,
    kind: "submit",
    frozen,
    ruleFen: fen,
    materials: [],
    account: null,
    pledged: true,
  } as const;
  const columns: Record<string, CaseColumns> = {
    SUBMIT: {
      ...(bankAccountId ? { bankAccountId } : {}),
      claimedFen: fen,
      nature: "cash",
      number: `T-${id.slice(-12)}`,
      submittedAt: process.clock.now(),
    },
    APPROVE: { approvedFen: fen, decidedAt: process.clock.now() },
  };
  for (const event of eventsTo("payment", redemption, persons).filter(({ type }) => type !== "BUDGET_RESERVED")) {
    const payload = event.type === "APPROVE" ? { approvedFen: fen } : undefined;
    await perform(process, actor, (deps) =>
      advanceCase(deps, {
        where: { id },
        event,
        payload,
        idempotencyKey: `play:${event.type}:${"departmentId" in event ? event.departmentId : ""}`,
        set: columns[event.type],
        ...(event.type === "SUBMIT" ? { submission: handedIn } : {}),
      }),
    );
    await after?.();
  }
  return id;
}
