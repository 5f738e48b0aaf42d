import type { CaseCorrection, CaseRecord } from "~/features/redemption/domain/case-record";
import { provisionalRemark, termDay } from "./term-day";
import { headed, officialPaper, paragraph, type Letterhead } from "./letterhead";
import type { Paper } from "./paper";

/** 一次性补正告知书: everything that is to be corrected, in one list, and until when. */
export function correctionPaper(record: CaseRecord, { points, dueOn }: CaseCorrection, head: Letterhead): Paper {
  return officialPaper(head, "惠企政策申报一次性补正告知书", [
    { kind: "addressee", text: `${record.firm.name}：` },
    paragraph(
      `你单位提交的“${record.item.title}”申报（申报编号：${record.number}）收悉。经审查，有${points.length}项内容需要补正，现一次性告知如下。`,
    ),
    headed(0, "需要补正的内容"),
    {
      kind: "table",
      columns: [
        { head: "序号", share: 10, align: "center" },
        { head: "涉及内容", share: 32 },
        { head: "补正要求", share: 58 },
      ],
      rows: points.map(({ about, text }, index) => [String(index + 1), about || "其他", text]),
    },
    { kind: "blank" },
    headed(1, "补正期限"),
    paragraph(
      `请于${termDay(record, dueOn)}前登录惠企通平台提交补正。补正期间不计入办理期限。逾期未补正的，本次申报终止办理；符合条件的，可以重新申报。${provisionalRemark(record, [dueOn])}`,
    ),
    headed(2, "有关说明"),
    paragraph("本告知书已列明本次申报需要补正的全部内容，此后不再就同一申报另行要求补正。"),
    paragraph("特此告知。"),
  ]);
}
