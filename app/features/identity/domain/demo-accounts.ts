import type { StaffRole } from "./permissions";

/** The password of every demo account. */
export const demoPassword = "Huiqitong-2026";

export type DemoAccount = {
  loginName: string;
  zh: string;
  en: string;
  roles: readonly StaffRole[];
  departmentId: string | null;
  regionCode: string | null;
};

/** One account per role; firms' accounts belong to the first demo firm. */
export const demoStaff: readonly DemoAccount[] = [
  {
    loginName: "county",
    zh: "花山区经信部门初审员",
    en: "County industry office, reviewer",
    roles: ["reviewer"],
    departmentId: "county-industry",
    regionCode: "340503",
  },
  {
    loginName: "reviewer",
    zh: "市经信局初审员",
    en: "City industry bureau, reviewer",
    roles: ["reviewer"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "approver",
    zh: "市经信局审批人",
    en: "City industry bureau, approver",
    roles: ["approver"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "head",
    zh: "市经信局负责人",
    en: "City industry bureau, head",
    roles: ["departmentHead"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "expert1",
    zh: "评审专家一",
    en: "Expert one",
    roles: ["expert"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "expert2",
    zh: "评审专家二",
    en: "Expert two",
    roles: ["expert"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "expert3",
    zh: "评审专家三",
    en: "Expert three",
    roles: ["expert"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "staffing",
    zh: "市人社局初审员",
    en: "City human resources, reviewer",
    roles: ["reviewer"],
    departmentId: "city-human-resources",
    regionCode: "340500",
  },
  {
    loginName: "staffing2",
    zh: "市人社局审批人",
    en: "City human resources, approver",
    roles: ["approver"],
    departmentId: "city-human-resources",
    regionCode: "340500",
  },
  {
    loginName: "reform",
    zh: "市发改委会审员",
    en: "City development and reform, reviewer",
    roles: ["reviewer"],
    departmentId: "city-development-reform",
    regionCode: "340500",
  },
  {
    loginName: "treasury",
    zh: "市财政局会审员",
    en: "City finance bureau, reviewer",
    roles: ["reviewer"],
    departmentId: "city-finance",
    regionCode: "340500",
  },
  {
    loginName: "finance",
    zh: "财务人员（制单）",
    en: "Finance officer (maker)",
    roles: ["finance"],
    departmentId: "city-finance",
    regionCode: "340500",
  },
  {
    loginName: "finance2",
    zh: "财务人员（复核）",
    en: "Finance officer (releaser)",
    roles: ["finance"],
    departmentId: "city-finance",
    regionCode: "340500",
  },
  {
    loginName: "finance3",
    zh: "财务人员（登记回单）",
    en: "Finance officer (bank vouchers)",
    roles: ["finance"],
    departmentId: "city-finance",
    regionCode: "340500",
  },
  {
    loginName: "economy",
    zh: "经济运行办公室",
    en: "Economic office",
    roles: ["economicOffice"],
    departmentId: null,
    regionCode: "340500",
  },
  {
    loginName: "author",
    zh: "政策编制",
    en: "Policy author",
    roles: ["policyAuthor"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "author2",
    zh: "政策编制（签发）",
    en: "Policy author (signer)",
    roles: ["policyAuthor"],
    departmentId: "city-industry",
    regionCode: "340500",
  },
  {
    loginName: "admin",
    zh: "系统管理员",
    en: "System administrator",
    roles: ["systemAdministrator"],
    departmentId: null,
    regionCode: "340500",
  },
  {
    loginName: "security",
    zh: "安全管理员",
    en: "Security administrator",
    roles: ["securityAdministrator"],
    departmentId: null,
    regionCode: "340500",
  },
  { loginName: "auditor", zh: "审计员", en: "Auditor", roles: ["auditor"], departmentId: null, regionCode: "340500" },
];

export const demoMembers = [
  { loginName: "owner", zh: "企业管理员", en: "Firm, owner", role: "owner" },
  { loginName: "operator", zh: "企业经办人", en: "Firm, operator", role: "operator" },
  { loginName: "viewer", zh: "企业只读人员", en: "Firm, viewer", role: "viewer" },
] as const;
