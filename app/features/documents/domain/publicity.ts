import type { CasePublicity } from "~/features/redemption/domain/case-record";
import { formatYuan } from "~/kernel/money";
import type { CaseFacts } from "./case-facts";
import { chineseDate } from "./chinese-date";
import { provisionalRemark, termDay } from "./term-day";
import { figureTable } from "./decision";
import { headed, officialPaper, paragraph, type Letterhead } from "./letterhead";
import type { Paper } from "./paper";
import { basis, clauseText, isListed, sumInFull } from "./phrases";

/** 公示: firm, clause, claimed figures, verified result and sum, and how to object, before anything is paid. */
export function publicityPaper(
  record: CaseFacts,
  { startsOn, endsOn, amountFen }: CasePublicity,
  head: Letterhead,
): Paper {
  const { item, firm } = record;
  return officialPaper(head, `关于“${item.title}”拟支持企业的公示`, [
    paragraph(
      `依据${basis(item)}，经${isListed(record) ? "部门主动列入免申即享名单并审核" : "企业申报、部门审核"}，现将拟支持企业予以公示，接受社会监督。`,
    ),
    headed(0, "拟支持企业"),
    {
      kind: "table",
      columns: [
        { head: "序号", share: 9, align: "center" },
        { head: "企业名称", share: 34 },
        { head: "统一社会信用代码", share: 27 },
        { head: "拟支持金额（元）", share: 30, align: "right" },
      ],
      rows: [["1", firm.name, firm.creditCode, formatYuan(amountFen)]],
    },
    { kind: "blank" },
    paragraph(`拟支持金额合计${sumInFull(amountFen)}。`),
    headed(1, "政策条款"),
    paragraph(`${clauseText(item)}。`),
    headed(2, isListed(record) ? "企业数据和核验情况" : "申报数据和核验情况"),
    figureTable(record),
    { kind: "blank" },
    headed(3, "公示期和异议"),
    paragraph(
      `公示期自${chineseDate(startsOn)}至${termDay(record, endsOn)}。任何单位和个人对公示内容有异议的，可在公示期内向${head.office}提出，并说明事实和理由。公示期内有异议的，核查处理完毕前不予拨付。${provisionalRemark(record, [endsOn])}`,
    ),
  ]);
}
