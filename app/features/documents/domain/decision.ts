import { instalmentsOf } from "~/features/policies/domain/instalment";
import { sayWhen } from "~/features/policies/domain/instalment-words";
import { partsOf } from "~/features/redemption/domain/instalment";
import { formatYuan } from "~/kernel/money";
import { sourceOnPaper } from "./paper-words";
import type { CaseFacts } from "./case-facts";
import { headed, officialPaper, paragraph, type Letterhead } from "./letterhead";
import type { Block, Paper } from "./paper";
import { basis, clauseText, isListed, matter, remedies, sumInFull } from "./phrases";

/** 支持决定书: clause, sum, verified figures, what follows, remedies. */
export function approvalPaper(record: CaseFacts, head: Letterhead): Paper {
  const { item, config } = record;
  const publicised =
    config.publicityWorkingDays > 0
      ? `本决定按规定公示${config.publicityWorkingDays}个工作日；公示期内有异议的，暂停拨付并依法核查。公示无异议后，`
      : "";
  return officialPaper(head, "惠企政策支持决定书", [
    { kind: "addressee", text: `${record.firm.name}：` },
    paragraph(`${matter(record)}，经审核，符合${basis(item)}的下列规定：${clauseText(item)}。现决定如下。`),
    headed(0, "支持金额"),
    ...sumBlocks(record),
    headed(1, "认定的事实"),
    figureTable(record),
    { kind: "blank" },
    ...setRight(record),
    ...settled(record),
    headed(2, "后续办理"),
    paragraph(`${publicised}资金${account(record)}。`),
    ...instalments(record),
    ...obligations(item),
    headed(3, "权利救济"),
    paragraph(remedies(record.offices.government)),
  ]);
}

/** The parts in which the sum is paid, each with its own sum and what it waits for. */
function instalments({ item, approvedFen }: CaseFacts): Block[] {
  const parts = instalmentsOf(item.amount);
  if (parts.length === 0 || approvedFen === null) return [];
  const sums = partsOf(item, approvedFen);
  return [
    paragraph("核定金额分期拨付，各期到期后由主管部门提请财政部门拨付，你单位不需要再次申报："),
    {
      kind: "table",
      columns: [
        { head: "期次", share: 14 },
        { head: "比例", share: 14 },
        { head: "金额（元）", share: 26, align: "right" },
        { head: "拨付时间和条件", share: 46 },
      ],
      rows: parts.map((part, place) => [
        `第${place + 1}期`,
        `${part.percent}%`,
        formatYuan(sums[place] ?? 0n),
        sayWhen(part, "zh"),
      ]),
    },
    { kind: "blank" },
  ];
}

/** What the firm keeps up afterwards, and what is asked back where it doesn't. */
function obligations({ conditionsAfter = [] }: CaseFacts["item"]): Block[] {
  return conditionsAfter.map(({ zh, years, clawbackPercent }) => {
    const back = clawbackPercent > 0 ? `；未履行的，退回已拨付资金的${clawbackPercent}%` : "";
    return paragraph(`自本决定作出之日起${years}年内，你单位应当${zh}，期满由主管部门核对${back}。`);
  });
}

/** The sum, how it is computed, and why it is another where it is. */
function sumBlocks({ approvedFen, claimedFen, sumReason, computation, submission }: CaseFacts): Block[] {
  const computedFen = submission.kind === "listed" ? submission.ruleFen : claimedFen;
  if (approvedFen === null) return [paragraph("按政策规定给予支持。")];
  return [
    paragraph(`核定金额为${sumInFull(approvedFen)}。计算过程如下：`),
    {
      kind: "table",
      columns: [
        { head: "计算步骤", share: 68 },
        { head: "金额（元）", share: 32, align: "right" },
      ],
      rows: computation.map(({ text, sum }) => [text, sum ?? "—"]),
    },
    { kind: "blank" },
    ...(sumReason === null
      ? []
      : [
          paragraph(
            `核定金额与测算金额${computedFen === null ? "" : sumInFull(computedFen)}不同，理由：${clauseText({ summary: sumReason })}。`,
          ),
        ]),
  ];
}

function account({ account: known, item }: CaseFacts): string {
  const whose = item.beneficiary ? item.beneficiary.zh : "你单位";
  return known
    ? `按程序拨付至${whose}账户（户名：${known.holder}，开户银行：${known.bankName}，账号尾号${known.lastFour}）`
    : `按程序拨付${item.beneficiary ? `给${whose}` : ""}`;
}

/** 不予支持决定书: the clause that is not met, facts and reason, remedies. */
export function rejectionPaper(record: CaseFacts, head: Letterhead): Paper {
  const { item } = record;
  const failed = record.failedClauses;
  return officialPaper(head, "惠企政策不予支持决定书", [
    { kind: "addressee", text: `${record.firm.name}：` },
    paragraph(`${matter(record)}，经审核，决定不予支持。现将依据、理由和权利告知如下。`),
    headed(0, "依据的条款"),
    paragraph(`${basis(item)}规定：${clauseText(item)}。`),
    headed(1, "不符合的条件"),
    ...(failed.length > 0
      ? [failedTable(failed), { kind: "blank" } as const]
      : [paragraph(`${isListed(record) ? "企业数据" : "申报数据"}未见不符，审核认定的情形见下列理由。`)]),
    headed(2, "事实和理由"),
    paragraph(record.rejectionReason ?? "经信用核查，你单位在认定之日不符合享受政策的信用条件。"),
    figureTable(record),
    { kind: "blank" },
    ...setRight(record),
    ...settled(record),
    headed(3, "权利救济"),
    paragraph(remedies(record.offices.government)),
  ]);
}

/** Figures that were set right against what was stated: both, and what shows it. */
function setRight({ established }: CaseFacts): Block[] {
  if (established.length === 0) return [];
  const reasons = [...new Set(established.map(({ reason }) => reason))];
  return [
    paragraph("其中，下列数据与填报的不同，已按证据核定："),
    {
      kind: "table",
      columns: [
        { head: "指标", share: 28 },
        { head: "填报", share: 22 },
        { head: "核定", share: 22 },
        { head: "依据", share: 28 },
      ],
      rows: established.map(({ label, stated, found, evidence }) => [label, stated, found, evidence]),
    },
    { kind: "blank" },
    ...reasons.map((reason) => paragraph(`核定理由：${clauseText({ summary: reason })}。`)),
  ];
}

/** How departments that did not agree came to the decision, and why. */
function settled({ resolution }: CaseFacts): Block[] {
  if (!resolution) return [];
  const how = {
    MEETING_AGREED: "协同部门有不同意见，经部门会商取得一致",
    HEAD_OVERRULED: "协同部门有不同意见，主管部门负责人决定予以支持",
    HEAD_UPHELD: "协同部门有不同意见，主管部门负责人予以采纳",
  }[resolution.event];
  return [paragraph(`${how}，理由：${resolution.text}`)];
}

function failedTable(failed: CaseFacts["failedClauses"]): Block {
  return {
    kind: "table",
    columns: [
      { head: "政策条件", share: 60 },
      { head: "你单位情况", share: 40 },
    ],
    rows: failed.map(({ clause, own }) => [clause, own]),
  };
}

/** The figures a decision rests on and where each comes from. */
export function figureTable({ figures }: Pick<CaseFacts, "figures">): Block {
  return {
    kind: "table",
    columns: [
      { head: "指标", share: 42 },
      { head: "数据", share: 30 },
      { head: "来源", share: 28 },
    ],
    rows: figures.map(({ label, value, source }) => [label, value, sourceOnPaper(source)]),
  };
}
