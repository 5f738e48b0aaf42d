import { capitalAmount } from "~/kernel/capital-amount";
import { formatYuan, type Fen } from "~/kernel/money";
import { stateOnPaper } from "./paper-words";
import type { PlainDate } from "~/kernel/plain-date";
import { chineseDate } from "./chinese-date";
import type { Block, Paper } from "./paper";

/** One application of the year; days are those of Shanghai. */
export type StatementLine = {
  number: string;
  item: string;
  state: string;
  submittedOn: PlainDate;
  approvedFen: Fen | null;
  paidFen: Fen;
  paidOn: PlainDate | null;
};

export type StatementFacts = {
  firm: { name: string; creditCode: string; region: string };
  year: number;
  lines: readonly StatementLine[];
};

/** Sums of a statement; paid counts what was paid in the year, whenever it was applied for. */
export function statementSums({ year, lines }: StatementFacts): {
  applied: number;
  approved: number;
  approvedFen: Fen;
  paid: number;
  paidFen: Fen;
} {
  const applied = lines.filter((line) => line.submittedOn.startsWith(`${year}-`));
  const approved = applied.filter((line) => line.approvedFen !== null);
  const paid = lines.filter((line) => line.paidOn?.startsWith(`${year}-`));
  return {
    applied: applied.length,
    approved: approved.length,
    approvedFen: approved.reduce((sum, line) => sum + (line.approvedFen ?? 0n), 0n),
    paid: paid.length,
    paidFen: paid.reduce((sum, line) => sum + line.paidFen, 0n),
  };
}

/** 年度对账单: every application of a year and every payment in it, with the sums. */
export function statementPaper(facts: StatementFacts, day: PlainDate, proof: Paper["proof"]): Paper {
  const { firm, year, lines } = facts;
  const sums = statementSums(facts);
  return {
    official: false,
    office: "惠企通 · 惠企政策统一申报平台",
    number: null,
    title: `${year}年度惠企政策对账单`,
    subtitle: `数据截至${chineseDate(day)}`,
    blocks: [
      {
        kind: "fields",
        rows: [
          ["企业名称", firm.name],
          ["统一社会信用代码", firm.creditCode],
          ["所在地区", firm.region],
          ["本年度申报", `${sums.applied}件`],
          ["其中已核定", `${sums.approved}件，核定金额¥${formatYuan(sums.approvedFen)}`],
          ["本年度到账", `${sums.paid}笔，¥${formatYuan(sums.paidFen)}\n人民币${capitalAmount(sums.paidFen)}`],
        ],
      },
      { kind: "blank" },
      { kind: "heading", text: "明细" },
      detail(lines),
      {
        kind: "note",
        text: "说明：申报按提交日期、到账按拨付日期归入年度；上一年度申报、本年度拨付的，列入明细并计入本年度到账。",
      },
    ],
    signature: null,
    proof,
  };
}

function detail(lines: readonly StatementLine[]): Block {
  const rows = lines.map((line, index) => [
    String(index + 1),
    `${line.item}\n${line.number}`,
    stateOnPaper(line.state),
    line.submittedOn,
    line.approvedFen === null ? "—" : formatYuan(line.approvedFen),
    line.paidOn ? `${formatYuan(line.paidFen)}\n${line.paidOn}` : "—",
  ]);
  return {
    kind: "table",
    columns: [
      { head: "序号", share: 7, align: "center" },
      { head: "事项和申报编号", share: 27 },
      { head: "状态", share: 12, align: "center" },
      { head: "提交日期", share: 14, align: "center" },
      { head: "核定（元）", share: 20, align: "right" },
      { head: "到账（元）", share: 20, align: "right" },
    ],
    rows: rows.length > 0 ? rows : [["—", "本年度没有申报", "", "", "", ""]],
  };
}
