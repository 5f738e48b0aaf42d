import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { nextSerial } from "../adapters/document.repository.server";
import { caseFacts } from "../domain/case-facts";
import { casePaper, issuingOffice, statedFen } from "../domain/case-paper";
import { kindMarks } from "../domain/document-kinds";
import type { DocumentOrder } from "../domain/document-order";
import { proofOf } from "../domain/letterhead";
import { officeMark, officeName } from "../domain/offices";
import { issueDocument, type Issuing } from "./issue-document.server";

/** Carries out an order: the document is dated, numbered and worded as of the move. */
export async function issueCaseDocument(
  deps: Deps & Issuing,
  { applicationId, kind, orderKey, at: atText }: DocumentOrder,
): Promise<void> {
  const { registry } = deps.catalogue;
  const at = new Date(atText);
  const day = shanghaiDay(at);
  const record = caseFacts(await readCaseRecord(deps, applicationId, at), registry);
  const { departmentId, regionCode } = issuingOffice(record, kind, at);
  const year = Number(day.slice(0, 4));
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
