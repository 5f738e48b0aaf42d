import type { CasePayment } from "~/features/redemption/domain/case-record";
import { countyDepartment, financeDepartment } from "~/features/redemption/domain/tasks";
import { shanghaiDay } from "~/kernel/plain-date";
import { acceptancePaper } from "./acceptance";
import { applicationPaper } from "./application-form";
import { sourceOnPaper } from "./paper-words";
import type { CaseFacts } from "./case-facts";
import { chineseDate } from "./chinese-date";
import { correctionPaper } from "./correction";
import { approvalPaper, rejectionPaper } from "./decision";
import type { CaseKind } from "~/features/redemption/domain/case-documents";
import type { Letterhead } from "./letterhead";
import type { Paper } from "./paper";
import { paymentPaper } from "./payment";
import { publicityPaper } from "./publicity";

/** Which office issues a document: the county's where it reviews, the treasury what it paid, else the lead department. */
export function issuingOffice(
  record: CaseFacts,
  kind: CaseKind,
  at: Date,
): { departmentId: string; regionCode: string } {
  const { config, firm } = record;
  if (kind === "payment") return { departmentId: financeDepartment(config), regionCode: config.regionCode };
  if (kind === "correction" && correctionAt(record, at)?.stage === "countyReview")
    return { departmentId: countyDepartment(config.leadDepartmentId), regionCode: firm.regionCode };
  return { departmentId: config.leadDepartmentId, regionCode: config.regionCode };
}

/**
 * The words of a document of a case, as things stood at `at`.
 * @throws Error when the case has not what the document tells of
 */
export function casePaper(record: CaseFacts, kind: CaseKind, at: Date, head: Letterhead): Paper {
  switch (kind) {
    case "application":
      return applicationPaper(applicationFacts(record), head.proof);
    case "acceptance":
      return acceptancePaper(record, head);
    case "correction":
      return correctionPaper(record, present(correctionAt(record, at), kind), head);
    case "approval":
      return approvalPaper(record, head);
    case "rejection":
      return rejectionPaper(record, head);
    case "publicity":
      return publicityPaper(record, present(publicityAt(record, at), kind), head);
    case "payment":
      return paymentPaper(record, present(paymentAt(record, at), kind), head);
  }
}

/** The sum a document states, if any. */
export function statedFen(record: CaseFacts, kind: CaseKind, at: Date): bigint | null {
  if (kind === "application" || kind === "acceptance") return handedInFen(record);
  if (kind === "payment") return paymentAt(record, at)?.amountFen ?? null;
  if (kind === "publicity") return publicityAt(record, at)?.amountFen ?? null;
  return kind === "approval" ? record.approvedFen : null;
}

/** What the rule gave on what was handed in; an office that made a list stated the sum itself. */
function handedInFen({ submission, claimedFen }: CaseFacts): bigint | null {
  return submission.kind === "listed" ? claimedFen : submission.ruleFen;
}

function correctionAt({ corrections }: CaseFacts, at: Date) {
  return corrections.findLast(({ issuedAt }) => issuedAt <= at);
}

function publicityAt({ publicities }: CaseFacts, at: Date) {
  return publicities.findLast(({ startsOn }) => startsOn <= shanghaiDay(at));
}

function paymentAt({ payments }: CaseFacts, at: Date): CasePayment | undefined {
  return payments.findLast(({ paidAt }) => paidAt !== null && paidAt <= at);
}

function present<T>(value: T | undefined, kind: string): T {
  if (value === undefined) throw new Error(`nothing to say in a document of kind ${kind}`);
  return value;
}

function applicationFacts(record: CaseFacts): Parameters<typeof applicationPaper>[0] {
  const { submission } = record;
  const names = [...new Set([...record.item.materials, ...submission.materials.map(({ name }) => name)])];
  const filesOf = (name: string) =>
    submission.materials
      .filter((material) => material.name === name)
      .map(({ fileName }) => fileName)
      .join("\n");
  return {
    firm: { name: record.firm.name, creditCode: record.firm.creditCode, region: record.region },
    item: record.item,
    number: record.number,
    submittedOn: chineseDate(shanghaiDay(submission.at)),
    round: submission.seq,
    year: record.year,
    rewardedYear: record.rewardedYear,
    sumFen: handedInFen(record),
    figures: record.figures.map(({ label, value, source }) => ({ label, value, source: sourceOnPaper(source) })),
    materials: names.map((name) => ({ name, files: filesOf(name) || "平台已有，免提交" })),
    account: submission.account,
    pledged: submission.pledged,
  };
}
