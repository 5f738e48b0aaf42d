import type { CaseEvent } from "~/features/redemption/domain/events";
import { createHash } from "node:crypto";
import type { Prisma } from "~/generated/prisma/client";
import { machineOf } from "~/features/redemption/use-cases/advance-case.server";
import { addMoney } from "./case-money";
import type { DemoCase } from "./demo-case";
import type { SeedIds } from "./random-source";
import { addWaiting, addTerms, addExtras } from "./case-extras";
import { submissionRow, ruleCheckRow } from "./case-submission";
import { toJson } from "~/platform/json-column";

export type CaseRows = {
  applications: Prisma.ApplicationCreateManyInput[];
  transitions: Prisma.TransitionCreateManyInput[];
  tasks: Prisma.TaskCreateManyInput[];
  publicities: Prisma.PublicityCreateManyInput[];
  deadlines: Prisma.DeadlineCreateManyInput[];
  scores: Prisma.ExpertScoreCreateManyInput[];
  ratings: Prisma.RatingCreateManyInput[];
  corrections: Prisma.CorrectionNoticeCreateManyInput[];
  materials: Prisma.MaterialCreateManyInput[];
  submissions: Prisma.CaseSubmissionCreateManyInput[];
  ruleChecks: Prisma.RuleCheckCreateManyInput[];
  payments: Prisma.PaymentCreateManyInput[];
  ledger: Prisma.LedgerTransactionCreateManyInput[];
  entries: Prisma.LedgerEntryCreateManyInput[];
  reach: Prisma.ReachCreateManyInput[];
};

export type DemoAccountRow = { id: string; holder: string; bankName: string; lastFour: string };

export type Context = {
  accountOf: ReadonlyMap<string, DemoAccountRow>;
  /** what every seeded material holds */
  materialHash: string;
  materialBytes: number;
  envelopeOf: (itemId: string, year: number) => string | undefined;
  ownerId: string;
  roleOf: ReadonlyMap<string, string>;
  ids: SeedIds;
};

export function emptyRows(): CaseRows {
  return {
    applications: [],
    transitions: [],
    tasks: [],
    publicities: [],
    deadlines: [],
    scores: [],
    ratings: [],
    corrections: [],
    materials: [],
    submissions: [],
    ruleChecks: [],
    payments: [],
    ledger: [],
    entries: [],
    reach: [],
  };
}

/** Adds everything a demo case consists of. */
export async function addCase(rows: CaseRows, demo: DemoCase, context: Context): Promise<void> {
  const { ids } = context;
  const at = (...types: string[]) => demo.transitions.find((each) => types.includes(each.event.type))?.at ?? null;
  const submittedAt = at("SUBMIT", "LISTED") ?? new Date(0);
  const applicationId = ids("application", submittedAt);
  rows.applications.push(
    applicationRow(demo, applicationId, context, {
      submittedAt,
      approvedAt: at("APPROVE", "LIST_APPROVED"),
      rejectedAt: at("REJECT", "LIST_REFUSED"),
      paidAt: at("PAYMENT_PAID"),
      withdrawnAt: at("WITHDRAW", "DECLINED"),
    }),
  );
  rows.transitions.push(
    ...demo.transitions.map((each, index) => transitionRow(applicationId, each, index, context.roleOf)),
  );
  rows.tasks.push(
    ...demo.tasks.map(({ stage, departmentId, regionCode, openedAt, dueOn, closedAt, outcome }) => ({
      id: ids("task", openedAt),
      subjectType: "application",
      subjectId: applicationId,
      stage,
      departmentId,
      regionCode,
      openedAt,
      dueOn,
      closedAt,
      outcome,
    })),
  );
  const materials = materialRows(demo, applicationId, context, submittedAt);
  rows.materials.push(...materials);
  rows.submissions.push(
    submissionRow(demo, { id: ids("submission", submittedAt), applicationId, at: submittedAt, materials, context }),
  );
  rows.ruleChecks.push({
    id: ids("ruleCheck", submittedAt),
    ...(await ruleCheckRow(demo, applicationId, submittedAt)),
  });
  rows.reach.push(
    { enterpriseId: demo.firm.id, itemId: demo.published.item.id, kind: "pushed", at: submittedAt },
    { enterpriseId: demo.firm.id, itemId: demo.published.item.id, kind: "viewed", at: submittedAt },
  );
  addWaiting(rows, demo, applicationId, context);
  addTerms(rows, demo, applicationId, ids);
  addExtras(rows, demo, applicationId, context);
  addMoney(rows, demo, applicationId, context);
}

/** The materials that the item asks for, each the same small PDF. */
export function materialRows(
  { published }: DemoCase,
  applicationId: string,
  { ids, ownerId, materialHash, materialBytes }: Context,
  at: Date,
): (Prisma.MaterialCreateManyInput & { id: string })[] {
  return published.item.materials.map((name) => ({
    id: ids("material", at),
    applicationId,
    name,
    fileName: `${name}（演示）.pdf`,
    fileHash: materialHash,
    mimeType: "application/pdf",
    sizeBytes: materialBytes,
    uploadedById: ownerId,
    uploadedAt: at,
  }));
}

type Instants = {
  submittedAt: Date;
  approvedAt: Date | null;
  rejectedAt: Date | null;
  paidAt: Date | null;
  withdrawnAt: Date | null;
};

function applicationRow(
  demo: DemoCase,
  id: string,
  context: Context,
  when: Instants,
): Prisma.ApplicationCreateManyInput {
  const { published, firm } = demo;
  const reviewer = demo.transitions.find((each) => /^(RECOMMEND|LISTED)/.test(each.event.type))?.event;
  return {
    id,
    number: demo.number,
    enterpriseId: firm.id,
    itemId: published.item.id,
    itemVersionId: published.versionId,
    year: demo.year,
    state: demo.state,
    ...machineOf(published.redemption),
    snapshot: toJson(demo.snapshot),
    caseFacts: demo.caseFacts as Prisma.InputJsonValue,
    pledgedAt: when.submittedAt,
    bankAccountId: context.accountOf.get(firm.id)?.id,
    claimedFen: demo.fen,
    approvedFen: when.approvedAt ? demo.fen : null,
    nature: "cash",
    submittedAt: when.submittedAt,
    promisedOn: demo.promisedOn,
    decidedAt: when.approvedAt ?? when.rejectedAt,
    paidAt: when.paidAt,
    closedAt: when.paidAt ?? when.rejectedAt ?? when.withdrawnAt,
    rejectionReason: when.rejectedAt ? "提交的发票日期不在申报年度内，不符合文件规定。" : null,
    firstReviewerId: reviewer && "actorId" in reviewer ? reviewer.actorId : null,
    createdById: context.ownerId,
    createdAt: when.submittedAt,
    draftSavedAt: when.submittedAt,
  };
}

function transitionRow(
  applicationId: string,
  { event, from, to, at }: DemoCase["transitions"][number],
  index: number,
  roleOf: Context["roleOf"],
): Prisma.TransitionCreateManyInput {
  const actorId = "actorId" in event ? event.actorId : null;
  const departmentId = "departmentId" in event ? event.departmentId : null;
  return {
    applicationId,
    seq: index + 1,
    event: event.type,
    fromState: from,
    toState: to,
    actorId,
    actorRole: (actorId && roleOf.get(actorId)) || "system:seed",
    departmentId,
    at,
    idempotencyKey: `seed:${index}`,
    bodyHash: sha(event.type),
    payload: detailsOf(event),
  };
}

/** What an event says beside its kind, person and office. */
function detailsOf(event: CaseEvent): Prisma.InputJsonObject {
  return Object.fromEntries(
    Object.entries(event).filter(([name]) => !["type", "actorId", "departmentId"].includes(name)),
  );
}

function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
