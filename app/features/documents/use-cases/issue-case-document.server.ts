import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { nextSerial } from "../adapters/document.repository.server";
import { caseFacts, type CaseFacts } from "../domain/case-facts";
import { casePaper, issuingOffice, statedFen } from "../domain/case-paper";
import { kindMarks } from "../domain/document-kinds";
import type { DocumentOrder } from "~/features/redemption/domain/document-order";
import { asOfMove } from "~/features/redemption/domain/move-facts";
import { proofOf } from "../domain/letterhead";
import { officeMark, officeName } from "~/features/policies/domain/offices";
import { issueDocument, type Issuing } from "./issue-document.server";

/** The case as it was at the move that an order tells of. */
export async function readOrdered(
  deps: Pick<Deps, "tx" | "catalogue">,
  { applicationId, facts, at }: DocumentOrder,
): Promise<CaseFacts> {
  const record = await readCaseRecord(deps, applicationId, new Date(at));
  return caseFacts(facts ? asOfMove(record, facts) : record, deps.catalogue.registry);
}

/** Carries out an order: the document is dated, numbered and worded as of the move. */
export async function issueCaseDocument(deps: Deps & Issuing, order: DocumentOrder): Promise<void> {
  const { registry } = deps.catalogue;
  const { applicationId, kind, orderKey } = order;
  const at = new Date(order.at);
  const day = shanghaiDay(at);
  const record = await readOrdered(deps, order);
  const { departmentId, regionCode } = issuingOffice(record, kind, at);
  const year = yearOf(day);
  await issueDocument(deps, {
    orderKey,
    kind,
    applicationId,
    enterpriseId: record.enterpriseId,
    year,
    at,
    issuedOn: day,
    facts: {
      firm: record.firm.name,
      creditCode: record.firm.creditCode,
      item: record.item.title,
      caseNumber: record.number,
      fen: statedFen(record, kind, at),
      ...(kind === "application" ? { submission: record.submission.seq } : {}),
    },
    write: async (code) => {
      const mark = kindMarks[kind];
      const prefix = mark && officeMark(registry, departmentId, regionCode) + mark;
      const number = prefix ? `${prefix}〔${year}〕${await nextSerial(deps.tx, prefix, year)}号` : "";
      return casePaper(record, kind, at, {
        office: officeName(registry, departmentId, regionCode),
        number,
        day,
        ...proofOf(code, deps.publicUrl, deps.isDemo),
      });
    },
  });
}
