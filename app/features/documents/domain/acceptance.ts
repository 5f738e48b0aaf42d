import { shanghaiDay } from "~/kernel/plain-date";
import type { CaseFacts } from "./case-facts";
import { chineseDate } from "./chinese-date";
import { provisionalRemark, termDay } from "./term-day";
import { headed, officialPaper, paragraph, type Letterhead } from "./letterhead";
import type { Paper } from "./paper";
import { basis, sumInFull } from "./phrases";

/** 受理通知书: what was received, what the sum would be, until when it is decided, and by whom. */
export function acceptancePaper(record: CaseFacts, head: Letterhead): Paper {
  const { item, offices } = record;
  const received = record.submittedAt ? chineseDate(shanghaiDay(record.submittedAt)) : "";
  const promised = record.promisedOn ? `，承诺于${termDay(record, record.promisedOn)}前办结` : "";
  return officialPaper(head, "惠企政策申报受理通知书", [
    { kind: "addressee", text: `${record.firm.name}：` },
    paragraph(
      `你单位于${received}通过惠企通平台提交的“${item.title}”申报（申报编号：${record.number}）收悉。经核对，申报内容和材料齐全。依据${basis(item)}，现予受理，有关事项通知如下。`,
    ),
    headed(0, "申报金额"),
    paragraph(
      record.claimedFen === null
        ? "本事项不涉及资金测算。"
        : `按申报数据测算为${sumInFull(record.claimedFen)}。实际金额以审核决定为准。`,
    ),
    headed(1, "办理期限"),
    paragraph(
      `自受理之日起${record.config.promisedWorkingDays}个工作日内作出决定${promised}。补正材料的时间不计算在内。${provisionalRemark(record, [record.promisedOn])}`,
    ),
    headed(2, "办理部门"),
    paragraph(
      `${offices.lead}${offices.co.length > 0 ? `，会同${offices.co.join("、")}` : ""}。办理进度、经办部门和剩余期限可在平台“我的申报”中随时查询。`,
    ),
    paragraph("特此通知。"),
  ]);
}
