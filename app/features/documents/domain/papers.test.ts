import { describe, expect, it } from "vitest";
import { sampleCase, sampleHead } from "../testing/sample-case";
import { casePaper, issuingOffice, statedFen } from "./case-paper";
import { documentsOf, type CaseKind } from "~/features/redemption/domain/case-documents";
import type { Paper } from "./paper";
import { statementPaper, statementSums, type StatementLine } from "./statement";

const later = new Date("2026-12-31T00:00:00Z");
const wordsOf = (paper: Paper) => JSON.stringify(paper);
const write = (kind: CaseKind, record = sampleCase, at = later) => wordsOf(casePaper(record, kind, at, sampleHead));

describe("what documents say", () => {
  it("acceptance: the number, the sum in both numerals, the promised days, the day of Shanghai", () => {
    const words = write("acceptance");
    for (const part of [
      "惠企政策申报受理通知书",
      "HQT2026000123",
      "人民币叁拾捌万伍仟元整（¥385,000.00）",
      "30个工作日",
      "2027年1月8日",
      "于2026年11月25日通过",
      "会同马鞍山市财政局",
    ])
      expect(words).toContain(part);
  });

  it("a day in a year whose holidays are not announced is marked and explained, any other is not", () => {
    const mark = "前办结";
    expect(write("acceptance")).toContain(`2027年1月8日（按预排日历）${mark}`);
    expect(write("acceptance")).toContain("2027年的放假安排尚未公布");
    const announced = { ...sampleCase, announced: [2025, 2026, 2027] };
    expect(write("acceptance", announced)).toContain(`2027年1月8日${mark}`);
    for (const kind of ["acceptance", "correction", "publicity"] as const)
      expect(write(kind, announced)).not.toContain("预排");
    const publicities = [{ startsOn: "2026-12-29", endsOn: "2027-01-06", amountFen: 1n }];
    expect(write("publicity", { ...sampleCase, publicities })).toContain("至2027年1月6日（按预排日历）。");
  });

  it("money for somebody else is said to be theirs, in form, decision and notice of payment", () => {
    const beneficiary = { zh: "园区运营单位", en: "the operator of the park" };
    const record = { ...sampleCase, item: { ...sampleCase.item, beneficiary } };
    expect(write("approval", record)).toContain("按程序拨付至园区运营单位账户");
    expect(write("approval", record)).not.toContain("你单位账户");
    for (const kind of ["application", "payment"] as const) expect(write(kind, record)).toContain("园区运营单位");
    expect(write("payment")).not.toContain("支付对象");
  });

  it("the year rewarded stands in form, decision and notice of payment where it is not the year of the claim", () => {
    const record = { ...sampleCase, rewardedYear: 2025 };
    for (const kind of ["application", "approval"] as const) expect(write(kind, record)).toContain("2025年");
    expect(write("payment", record)).toContain("（2025年度）");
    expect(write("approval")).not.toContain("奖励年度");
  });

  it("correction: every point in one list, the day, and that no other list follows", () => {
    const words = write("correction");
    for (const part of [
      "一次性补正告知书",
      "缺少供货方签章",
      "第3号与付款凭证金额不一致",
      "2026年12月10日",
      "不再就同一申报另行要求补正",
    ])
      expect(words).toContain(part);
  });

  it("approval: clause, sum, verified figures, publicity before payment, remedies", () => {
    const words = write("approval");
    for (const part of [
      "示政办〔2025〕12号",
      "设备投入300万元以上",
      "叁拾捌万伍仟元整",
      "350万元",
      "部门核实",
      "公示5个工作日",
      "尾号5678",
      "六十日内",
      "马鞍山市人民政府申请行政复议",
      "六个月内",
      "人民法院提起行政诉讼",
    ])
      expect(words).toContain(part);
  });

  it("approval of a sum in parts: each with its share, its sum, and what it waits for", () => {
    const condition = { zh: "考核合格", en: "x" };
    const instalments = [{ percent: 40 }, { percent: 60, due: { year: 1 }, condition }];
    const amount = { ...sampleCase.item.amount, instalments };
    const words = write("approval", { ...sampleCase, approvedFen: 100_000_00n, item: { ...sampleCase.item, amount } });
    expect(words).toContain('["第1期","40%","40,000.00","核定后"]');
    expect(words).toContain('["第2期","60%","60,000.00","核定的次年，考核合格后"]');
    expect(write("approval")).not.toContain("分期拨付");
  });

  it("rejection: the clause that is not met beside the firm's figure, the reason, remedies", () => {
    const words = write("rejection", {
      ...sampleCase,
      rejectionReason: "3台设备购置于备案之前",
      failedClauses: [{ clause: "技术改造设备投入不低于300万元", own: "280万元" }],
    });
    for (const part of [
      "不予支持",
      "技术改造设备投入不低于300万元",
      "280万元",
      "3台设备购置于备案之前",
      "六十日内",
      "六个月内",
    ])
      expect(words).toContain(part);
  });

  it.each([
    ["approval", "HEAD_OVERRULED", "负责人决定予以支持"],
    ["approval", "MEETING_AGREED", "经部门会商取得一致"],
    ["rejection", "HEAD_UPHELD", "负责人予以采纳"],
  ] as const)("%s after a disagreement (%s): how it was settled, and the reason recorded", (kind, event, how) => {
    const resolution = { event, at: new Date(0), text: "环评手续已补齐" };
    const words = write(kind, { ...sampleCase, resolution });
    expect(words).toContain(how);
    expect(words).toContain("环评手续已补齐");
    expect(write(kind)).not.toContain("协同部门有不同意见");
  });

  it("publicity: firm, code, sum, clause, claimed figures and their check, period, and that an objection stops the payment", () => {
    const words = write("publicity");
    for (const part of [
      "示例一号精密机床有限公司",
      "91340503MA00000001",
      "385,000.00",
      "设备投入的10%",
      "350万元",
      "2026年12月1日至2026年12月8日",
      "异议",
      "不予拨付",
    ])
      expect(words).toContain(part);
  });

  it("payment: sum in capital numerals, account by its last four digits alone, day", () => {
    const words = write("payment");
    for (const part of ["人民币叁拾捌万伍仟元整", "¥385,000.00", "尾号5678", "2026年12月20日"])
      expect(words).toContain(part);
  });

  it("a form has no head, no number and no seal", () => {
    expect(casePaper(sampleCase, "application", later, sampleHead)).toMatchObject({
      official: false,
      number: null,
      signature: null,
    });
  });

  it("tells of what stood at the moment, not of what came later", () => {
    const [first] = sampleCase.corrections;
    const record = {
      ...sampleCase,
      corrections: [
        first,
        {
          stage: "departmentReview",
          points: [{ about: "", text: "后来的一条" }],
          issuedAt: later,
          dueOn: "2027-01-20",
        },
      ].flatMap((each) => each ?? []),
    };
    expect(write("correction", record, new Date("2026-11-27T00:00:00Z"))).not.toContain("后来的一条");
    expect(() => write("payment", sampleCase, new Date("2026-12-01T00:00:00Z"))).toThrow("nothing to say");
  });

  it("states the sum of its own moment", () => {
    const submission = { ...sampleCase.submission, ruleFen: 4n };
    const record = { ...sampleCase, submission, claimedFen: 5n, approvedFen: 3n };
    expect([
      statedFen(record, "acceptance", later),
      statedFen(record, "approval", later),
      statedFen(record, "publicity", later),
      statedFen(record, "rejection", later),
    ]).toEqual([4n, 3n, 38_500_000n, null]);
  });
});

describe("a decision on a sum", () => {
  it("prints the computation, and the reason where it is another sum than the computed one", () => {
    const words = write(
      "approval",
      { ...sampleCase, approvedFen: 30_000_000n, sumReason: "合同只执行了一部分。" },
      later,
    );
    expect(words).toContain("技术改造设备投入 350 万元 × 10%");
    expect(words).toContain("乘以系数 1.1");
    expect(words).toContain("不同，理由：合同只执行了一部分。");
    expect(write("approval", sampleCase, later)).not.toContain("不同，理由");
  });
});

describe("an application form", () => {
  it("of a correction says that it takes the place of the one before", () => {
    const second = { ...sampleCase, submission: { ...sampleCase.submission, seq: 2, kind: "correction" as const } };
    expect(write("application", second, later)).toContain("第2次提交，替代此前提交的申报表");
    expect(write("application", sampleCase, later)).not.toContain("替代此前");
  });
});

describe("who issues", () => {
  it("the lead department decides, the treasury tells of payment, the county asks for corrections of its own review", () => {
    expect(issuingOffice(sampleCase, "approval", later)).toEqual({
      departmentId: "city-industry",
      regionCode: "340500",
    });
    expect(issuingOffice(sampleCase, "payment", later)).toEqual({ departmentId: "city-finance", regionCode: "340500" });
    expect(issuingOffice(sampleCase, "correction", later)).toEqual({
      departmentId: "city-industry",
      regionCode: "340500",
    });
    const county = {
      ...sampleCase,
      corrections: sampleCase.corrections.map((each) => ({ ...each, stage: "countyReview" })),
    };
    expect(issuingOffice(county, "correction", later)).toEqual({
      departmentId: "county-industry",
      regionCode: "340503",
    });
  });
});

describe("which moves call for documents", () => {
  it.each([
    [{ event: "SUBMIT", from: "draft", to: "countyReview" }, ["application", "acceptance"]],
    [{ event: "REQUEST_CORRECTION", from: "departmentReview", to: "correcting" }, ["correction"]],
    [{ event: "RESUBMIT", from: "correcting", to: "departmentReview" }, ["application"]],
    [{ event: "APPROVE", from: "departmentReview", to: "publicity" }, ["approval", "publicity"]],
    [{ event: "APPROVE", from: "departmentReview", to: "departmentReview" }, []],
    [{ event: "CO_AGREE", from: "departmentReview", to: "budgetCheck" }, ["approval"]],
    [{ event: "OBJECTION_RAISED", from: "publicity", to: "publicity" }, []],
    [{ event: "PUBLICITY_ENDED", from: "publicity", to: "payment" }, []],
    [{ event: "REJECT", from: "departmentReview", to: "rejected" }, ["rejection"]],
    [{ event: "SELECTED", from: "ranking", to: "publicity" }, ["approval", "publicity"]],
    [{ event: "LIST_APPROVED", from: "listApproval", to: "publicity" }, ["approval", "publicity"]],
    [{ event: "CONFIRMED", from: "confirming", to: "budgetCheck" }, []],
    [{ event: "CREDIT_FAILED", from: "creditCheck", to: "rejected" }, ["rejection"]],
    [{ event: "DECISION_UPHELD", from: "reconsidering", to: "rejected" }, []],
    [{ event: "PAYMENT_RETURNED", from: "payment", to: "payment" }, []],
    [{ event: "PAYMENT_PAID", from: "payment", to: "closed" }, ["payment"]],
    [{ event: "WITHDRAW", from: "countyReview", to: "withdrawn" }, []],
  ])("%j: %j", (move, kinds) => {
    expect(documentsOf(move)).toEqual(kinds);
  });
});

describe("a yearly statement", () => {
  const line = (more: Partial<StatementLine>): StatementLine => ({
    number: "1",
    item: "-",
    state: "closed",
    submittedOn: "2026-02-01",
    approvedFen: null,
    paidFen: 0n,
    paidOn: null,
    ...more,
  });

  it("counts applications by the day handed in and money by the day paid", () => {
    const lines = [
      line({ submittedOn: "2025-12-30", approvedFen: 700n, paidFen: 700n, paidOn: "2026-01-05" }),
      line({ approvedFen: 500n, paidFen: 500n, paidOn: "2026-12-31" }),
      line({ approvedFen: 300n, paidFen: 300n, paidOn: "2027-01-01" }),
      line({ state: "rejected" }),
    ];
    const facts = { firm: { name: "示例", creditCode: "-", region: "-" }, year: 2026, lines };
    expect(statementSums(facts)).toEqual({ applied: 3, approved: 2, approvedFen: 800n, paid: 2, paidFen: 1200n });
    expect(wordsOf(statementPaper(facts, "2027-01-02", null))).toContain("人民币壹拾贰元整");
  });

  it("says so where there is nothing", () => {
    expect(
      wordsOf(
        statementPaper(
          { firm: { name: "示例", creditCode: "-", region: "-" }, year: 2026, lines: [] },
          "2026-11-26",
          null,
        ),
      ),
    ).toContain("本年度没有申报");
  });
});
