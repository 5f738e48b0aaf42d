import type { StaffRole } from "~/access/permissions";

/** The password of every demo account. */
export const demoPassword = "Huiqitong-2026";

/** Where mail to an official of the demo goes: a domain that nobody has (RFC 2606). */
export const demoAddress = (loginName: string) => `${loginName}@example.com`;

export type DemoAccount = {
  loginName: string;
  zh: string;
  en: string;
  roles: readonly StaffRole[];
  departmentId: string | null;
  regionCode: string | null;
};

type Person = readonly [loginName: string, role: StaffRole, zh: string, en: string];

/** The people of one office. */
function at(departmentId: string | null, regionCode: string, people: readonly Person[]): DemoAccount[] {
  return people.map(([loginName, role, zh, en]) => ({ loginName, zh, en, roles: [role], departmentId, regionCode }));
}

/**
 * Somebody for each role, for each office of the demonstration zone three persons (two decide, the third answers who objects) and
 * its panel of experts, and three officers for each treasury, so that every case can go on; firms' accounts belong to the first demo firm.
 */
export const demoStaff: readonly DemoAccount[] = [
  ...at("county-industry", "340503", [
    ["county", "reviewer", "花山区经信部门初审员", "County industry office, reviewer"],
  ]),
  ...at("county-science", "340503", [
    ["countyscience", "reviewer", "花山区科技部门初审员", "County science office, reviewer"],
  ]),
  ...at("county-market-regulation", "340503", [
    ["countymarket", "reviewer", "花山区市场监管部门初审员", "County market regulation, reviewer"],
  ]),
  ...at("county-human-resources", "340503", [
    ["countystaffing", "reviewer", "花山区人社部门初审员", "County human resources, reviewer"],
  ]),
  ...at("county-financial-services", "340503", [
    ["countybanking", "reviewer", "花山区金融部门初审员", "County financial services, reviewer"],
  ]),
  ...at("county-commerce", "340503", [
    ["countycommerce", "reviewer", "花山区商务部门初审员", "County commerce office, reviewer"],
  ]),
  ...at("county-development-reform", "340503", [
    ["countyreform", "reviewer", "花山区发改部门初审员", "County development and reform, reviewer"],
  ]),
  ...at("city-industry", "340500", [
    ["reviewer", "reviewer", "市经信局初审员", "City industry bureau, reviewer"],
    ["approver", "approver", "市经信局审批人", "City industry bureau, approver"],
    ["head", "departmentHead", "市经信局负责人", "City industry bureau, head"],
    ["expert1", "expert", "评审专家一", "Expert one"],
    ["expert2", "expert", "评审专家二", "Expert two"],
    ["expert3", "expert", "评审专家三", "Expert three"],
  ]),
  ...at("city-market-regulation", "340500", [
    ["expert4", "expert", "质量评审专家一", "Quality expert one"],
    ["expert5", "expert", "质量评审专家二", "Quality expert two"],
    ["expert6", "expert", "质量评审专家三", "Quality expert three"],
  ]),
  ...at("city-human-resources", "340500", [
    ["staffing", "reviewer", "市人社局初审员", "City human resources, reviewer"],
    ["staffing2", "approver", "市人社局审批人", "City human resources, approver"],
    ["staffing3", "departmentHead", "市人社局负责人", "City human resources, head"],
  ]),
  ...at("city-development-reform", "340500", [
    ["reform", "reviewer", "市发改委会审员", "City development and reform, reviewer"],
    ["reform2", "approver", "市发改委审批人", "City development and reform, approver"],
    ["reform3", "departmentHead", "市发改委负责人", "City development and reform, head"],
  ]),
  ...at("city-science", "340500", [
    ["science", "reviewer", "市科技局初审员", "City science bureau, reviewer"],
    ["science2", "approver", "市科技局审批人", "City science bureau, approver"],
    ["science3", "departmentHead", "市科技局负责人", "City science bureau, head"],
  ]),
  ...at("city-market-regulation", "340500", [
    ["market", "reviewer", "市市场监管局初审员", "City market regulation, reviewer"],
    ["market2", "approver", "市市场监管局审批人", "City market regulation, approver"],
    ["market3", "departmentHead", "市市场监管局负责人", "City market regulation, head"],
  ]),
  ...at("city-financial-services", "340500", [
    ["banking", "reviewer", "市地方金融局初审员", "City financial services, reviewer"],
    ["banking2", "approver", "市地方金融局审批人", "City financial services, approver"],
    ["banking3", "departmentHead", "市地方金融局负责人", "City financial services, head"],
  ]),
  ...at("city-commerce", "340500", [
    ["commerce", "reviewer", "市商务局初审员", "City commerce bureau, reviewer"],
    ["commerce2", "approver", "市商务局审批人", "City commerce bureau, approver"],
    ["commerce3", "departmentHead", "市商务局负责人", "City commerce bureau, head"],
  ]),
  ...at("county-civil-affairs", "340503", [
    ["civil", "reviewer", "花山区民政局初审员", "County civil affairs, reviewer"],
    ["civil2", "approver", "花山区民政局审批人", "County civil affairs, approver"],
    ["civil3", "departmentHead", "花山区民政局负责人", "County civil affairs, head"],
  ]),
  ...at("city-finance", "340500", [
    ["treasury", "reviewer", "市财政局会审员", "City finance bureau, reviewer"],
    ["treasuryhead", "departmentHead", "市财政局负责人", "City finance bureau, head"],
    ["finance", "finance", "财务人员（制单）", "Finance officer (maker)"],
    ["finance2", "finance", "财务人员（复核）", "Finance officer (releaser)"],
    ["finance3", "finance", "财务人员（登记回单）", "Finance officer (bank vouchers)"],
  ]),
  ...at("county-finance", "340503", [
    ["countyfinance", "finance", "花山区财政局（制单）", "County finance office (maker)"],
    ["countyfinance2", "finance", "花山区财政局（复核）", "County finance office (releaser)"],
    ["countyfinance3", "finance", "花山区财政局（登记回单）", "County finance office (bank vouchers)"],
  ]),
  ...at(null, "340500", [["economy", "economicOffice", "经济运行办公室", "Economic office"]]),
  ...at("city-industry", "340500", [
    ["author", "policyAuthor", "政策编制", "Policy author"],
    ["author2", "policyAuthor", "政策编制（签发）", "Policy author (signer)"],
  ]),
  ...at(null, "340500", [
    ["admin", "systemAdministrator", "系统管理员", "System administrator"],
    ["security", "securityAdministrator", "安全管理员", "Security administrator"],
    ["auditor", "auditor", "审计员", "Auditor"],
  ]),
];

export const demoMembers = [
  { loginName: "owner", zh: "企业管理员", en: "Firm, owner", role: "owner" },
  { loginName: "operator", zh: "企业经办人", en: "Firm, operator", role: "operator" },
  { loginName: "viewer", zh: "企业只读人员", en: "Firm, viewer", role: "viewer" },
] as const;
