import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Fen } from "~/kernel/money";
import type { Block, Paper } from "./paper";
import { pledgeText } from "./paper-words";
import { basis, sumInFull } from "./phrases";

/** Everything an application form shows; of a draft or of a submitted case. */
export type ApplicationFacts = {
  firm: { name: string; creditCode: string; region: string };
  item: Pick<PolicyItem, "title" | "summary" | "document" | "beneficiary">;
  /** null before it is submitted */
  number: string | null;
  submittedOn: string | null;
  /** which handing-in it is, from 1; one after the first takes the place of those before it */
  round: number;
  year: number;
  /** the year rewarded, where it is pinned apart from the year of the claim */
  rewardedYear: number | null;
  sumFen: Fen | null;
  figures: readonly { label: string; value: string; source: string }[];
  materials: readonly { name: string; files: string }[];
  account: { holder: string; bankName: string; lastFour: string } | null;
  pledged: boolean;
};

/** 申报表: a form without head and seal. A draft says so across the page. */
export function applicationPaper(facts: ApplicationFacts, proof: Paper["proof"]): Paper {
  const isDraft = facts.number === null;
  return {
    official: false,
    office: "惠企通 · 惠企政策统一申报平台",
    number: null,
    title: "惠企政策申报表",
    subtitle: isDraft
      ? "草稿，尚未提交，不作为申报凭据"
      : `申报编号：${facts.number}　　提交日期：${facts.submittedOn ?? ""}`,
    blocks: [...firmBlocks(facts), ...figureBlocks(facts), ...materialBlocks(facts), ...pledgeBlocks(facts)],
    signature: null,
    proof,
    ...(isDraft ? { mark: "草稿" } : {}),
  };
}

function firmBlocks({ firm, item, year, rewardedYear, sumFen, round }: ApplicationFacts): Block[] {
  return [
    { kind: "heading", text: "一、企业和事项" },
    {
      kind: "fields",
      rows: [
        ["企业名称", firm.name],
        ["统一社会信用代码", firm.creditCode],
        ["所在地区", firm.region],
        ["申报事项", item.title],
        ["政策依据", basis(item)],
        ["政策内容", item.summary],
        ["申报年度", `${year}年`],
        ...(rewardedYear === null ? [] : [["奖励年度", `${rewardedYear}年`] as [string, string]]),
        ...(round > 1 ? [["提交次数", `第${round}次提交，替代此前提交的申报表`] as [string, string]] : []),
        ...(item.beneficiary ? [["支付对象", item.beneficiary.zh] as [string, string]] : []),
        ["测算金额", sumFen === null ? "不涉及资金测算" : sumInFull(sumFen)],
      ],
    },
    { kind: "blank" },
  ];
}

function figureBlocks({ figures }: ApplicationFacts): Block[] {
  return [
    { kind: "heading", text: "二、申报数据" },
    {
      kind: "table",
      columns: [
        { head: "指标", share: 44 },
        { head: "数据", share: 32 },
        { head: "来源", share: 24 },
      ],
      rows: figures.map(({ label, value, source }) => [label, value, source]),
    },
    { kind: "blank" },
  ];
}

function materialBlocks({ materials }: ApplicationFacts): Block[] {
  const rows =
    materials.length > 0
      ? materials.map(({ name, files }, index) => [String(index + 1), name, files])
      : [["—", "本事项不需要提交材料", ""]];
  return [
    { kind: "heading", text: "三、申报材料" },
    {
      kind: "table",
      columns: [
        { head: "序号", share: 10, align: "center" },
        { head: "材料", share: 42 },
        { head: "文件", share: 48 },
      ],
      rows,
    },
    { kind: "blank" },
  ];
}

function pledgeBlocks({ account, pledged, firm }: ApplicationFacts): Block[] {
  return [
    { kind: "heading", text: "四、收款账户和承诺" },
    {
      kind: "fields",
      rows: [
        [
          "收款账户",
          account
            ? `户名：${account.holder}\n开户银行：${account.bankName}\n账号尾号：${account.lastFour}`
            : "尚未填写",
        ],
        ["诚信承诺", `${pledgeText}\n${pledged ? `${firm.name}已在线作出上述承诺。` : "尚未承诺。"}`],
      ],
    },
  ];
}
