import { policyItemSchema } from "~/features/policies/domain/policy-item";
import type { CaseFacts } from "../domain/case-facts";
import { proofOf, type Letterhead } from "../domain/letterhead";

const item = policyItemSchema.parse({
  id: "sample-001",
  document: {
    title: "示例市支持制造业高质量发展若干政策",
    number: "示政办〔2025〕12号",
    issuer: "示例市人民政府",
    issuedOn: "2025-03-01",
    validFrom: null,
    validTo: null,
  },
  level: "city",
  region: "340500",
  department: "市经济和信息化局",
  coDepartments: [],
  title: "技改设备补助",
  summary: "技术改造项目设备投入300万元以上的，按设备投入的10%给予补助，最高500万元。",
  theme: "技术改造",
  support: "subsidy",
  mode: "申报审批",
  conditions: { fact: "techRenovationEquipment", operator: "greaterThanInclusive", value: 3_000_000 },
  amount: {
    kind: "percent",
    base: "techRenovationEquipment",
    percent: 10,
    capYuan: 5_000_000,
    upTo: false,
    atLeast: false,
    effect: "payment",
    period: null,
    maxYears: null,
    instalments: null,
    rangeYuan: null,
    sharedCap: null,
  },
  exclusiveGroup: null,
  topUp: false,
  costSharing: null,
  multiplier: null,
  window: null,
  processingDays: null,
  materials: ["设备清单"],
  steps: [],
  source: { title: "示例", quality: "official", url: null },
  inferred: [],
  notes: null,
});

function file(name: string, fileName: string): CaseFacts["submission"]["materials"][number] {
  return { id: fileName, name, fileName, fileHash: fileName, mimeType: "application/pdf" };
}

/** A case with everything that documents state. */
export const sampleCase: CaseFacts = {
  id: "01900000-0000-7000-8000-000000000001",
  enterpriseId: "01900000-0000-7000-8000-000000000002",
  number: "HQT2026000123",
  year: 2026,
  rewardedYear: null,
  firm: { name: "示例一号精密机床有限公司", creditCode: "91340503MA00000001", regionCode: "340503" },
  item,
  config: {
    mode: "申报审批",
    level: "city",
    regionCode: "340500",
    countyPreReview: true,
    leadDepartmentId: "city-industry",
    coDepartmentIds: ["city-finance"],
    publicityWorkingDays: 5,
    stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 5, budgetCheck: 3, payment: 5, correction: 10 },
    promisedWorkingDays: 30,
  },
  figures: [
    {
      name: "techRenovationEquipment",
      label: "技术改造设备投入",
      value: "350万元",
      source: "application",
      authority: null,
      saidBy: null,
      saidAt: null,
    },
    {
      name: "landGrade",
      label: "亩均效益评价等级",
      value: "A类",
      source: "verified",
      authority: null,
      saidBy: null,
      saidAt: null,
    },
  ],
  failedClauses: [],
  established: [],
  submission: {
    seq: 1,
    kind: "submit",
    at: new Date("2026-11-24T17:30:00Z"),
    ruleFen: 38_500_000n,
    materials: [file("设备清单", "设备清单.pdf"), file("设备发票与付款凭证", "发票.pdf")],
    account: { holder: "示例一号精密机床有限公司", bankName: "示例银行马鞍山分行", lastFour: "5678" },
    pledged: true,
  },
  account: { holder: "示例一号精密机床有限公司", bankName: "示例银行马鞍山分行", lastFour: "5678" },
  submittedAt: new Date("2026-11-24T17:30:00Z"),
  promisedOn: "2027-01-08",
  announced: [2025, 2026],
  claimedFen: 38_500_000n,
  approvedFen: 38_500_000n,
  sumReason: null,
  computation: [
    { text: "技术改造设备投入 350 万元 × 10%", sum: "350,000" },
    { text: "乘以系数 1.1（亩均效益评价等级 A）", sum: "385,000" },
    { text: "测算金额", sum: "385,000" },
  ],
  rejectionReason: null,
  resolution: null,
  corrections: [
    {
      stage: "departmentReview",
      points: [
        { about: "设备清单", text: "缺少供货方签章，请补盖后重新上传。" },
        { about: "", text: "设备发票第3号与付款凭证金额不一致，请说明。" },
      ],
      issuedAt: new Date("2026-11-26T02:00:00Z"),
      dueOn: "2026-12-10",
    },
  ],
  publicities: [{ startsOn: "2026-12-01", endsOn: "2026-12-08", amountFen: 38_500_000n }],
  payments: [
    {
      amountFen: 38_500_000n,
      paidAt: new Date("2026-12-20T02:00:00Z"),
      account: { holder: "示例一号精密机床有限公司", bankName: "示例银行马鞍山分行", lastFour: "5678" },
    },
  ],
  region: "花山区",
  offices: { lead: "马鞍山市经济和信息化局", co: ["马鞍山市财政局"], government: "马鞍山市人民政府" },
};

export const sampleHead: Letterhead = {
  office: "马鞍山市经济和信息化局",
  number: "马经信惠受〔2026〕7号",
  day: "2026-11-25",
  ...proofOf("2345-6789-ABCD-EFGH", "https://hqt.example.com", true),
};
