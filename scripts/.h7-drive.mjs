import { findBrowser } from "./lib/browser.mjs";
import { chromium } from "@playwright/test";
const base = "http://localhost:3107";
const browser = await chromium.launch(await findBrowser());
const mk = async () => { const c = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } }); const p = await c.newPage(); p.on("pageerror", e => console.error("page:", p.url(), e.message.slice(0,300))); return p; };
const login = async (p, n, pw = "Huiqitong-2026") => { await p.goto(base + "/sign-in"); await p.fill("#loginName", n); await p.fill("#password", pw); await p.click("main button[type=submit]"); await p.waitForURL(n => !n.pathname.startsWith("/sign-in"), { timeout: 20000 }); };
const fillFirm = async (p, code, loginName) => {
  await p.fill("#creditCode", code); await p.fill("#name", "示例登记有限公司"); await p.selectOption("#legalForm", "company"); await p.selectOption("#region", "340503"); await p.fill("#industry", "C3421");
  await p.fill("#displayName", "经办人甲"); await p.fill("#loginName", loginName); await p.fill("#email", loginName + "@example.com"); await p.fill("#password", "白鹭 过 河 2026");
};
const stamp = Date.now().toString(36);
let p = await mk();
await p.goto(base + "/register", { waitUntil: "networkidle" });
await p.click("main button[type=submit]"); await p.waitForSelector("#error-summary"); console.log("empty:", (await p.locator("[role=alert] li").allTextContents()).join(" | ")); await p.screenshot({ path: "/tmp/h7/register-errors.png", fullPage: true });
await p.goto(base + "/register", { waitUntil: "networkidle" });
await fillFirm(p, "91110000600037341L", "reg-" + stamp); await p.click("main button[type=submit]"); await p.waitForURL(u => u.pathname === "/firm", { timeout: 20000 }).catch(async e => { console.log("REG FAIL", p.url(), (await p.locator("main").innerText()).slice(0, 400)); }); console.log("registered ->", p.url());
// taken
let q = await mk(); await q.goto(base + "/register", { waitUntil: "networkidle" }); await fillFirm(q, "91110000600037341l", "claim-" + stamp); await q.click("main button[type=submit]"); await q.waitForSelector("#statement"); await q.screenshot({ path: "/tmp/h7/claim-form.png", fullPage: true });
await q.fill("#statement", "我是公司的财务主管，工号可在人事处核实。"); await q.fill("#password", "另一个 很长 的 口令"); await q.click("main button[value=claim]"); await q.waitForURL(u => u.pathname === "/account"); console.log("claimed ->", q.url()); await q.screenshot({ path: "/tmp/h7/account-claimed.png", fullPage: true });
// owner sees claim, and a notice
await p.waitForTimeout?.(1500); await p.goto(base + "/notices", { waitUntil: "networkidle" }); await p.screenshot({ path: "/tmp/h7/notices-owner.png", fullPage: true }); console.log("notices:", (await p.locator("main h2").allTextContents()).join(" | "));
await p.goto(base + "/firm/members", { waitUntil: "networkidle" }); await p.screenshot({ path: "/tmp/h7/members-claim.png", fullPage: true });
await p.locator("form:has(input[value=refuse]) button").click(); await p.waitForSelector("[aria-invalid=true]"); console.log("refusing without reason is refused");
await p.locator("form:has(input[value=grant]) select").selectOption("operator"); await p.locator("form:has(input[value=grant]) button").click(); await p.waitForSelector("text=没有待处理的加入申请"); console.log("granted");
await p.selectOption("#role", "viewer"); await p.fill("#note", "给财务同事"); await p.click("button[value=invite]"); const link = await p.locator("section code.select-all").innerText(); console.log("link", link); await p.screenshot({ path: "/tmp/h7/members-link.png", fullPage: true });
let r = await mk(); await r.goto(link, { waitUntil: "networkidle" }); await r.screenshot({ path: "/tmp/h7/invitation.png", fullPage: true }); await r.fill("#displayName", "财务乙"); await r.fill("#loginName", "inv-" + stamp); await r.fill("#password", "第三个 很长 口令"); await r.click("main button[type=submit]"); await r.waitForURL(u => u.pathname === "/firm"); console.log("joined ->", r.url());
let s = await mk(); const again = await s.goto(link); console.log("link again:", again.status(), await s.locator("h1").innerText());
await p.goto(base + "/firm/members", { waitUntil: "networkidle" }); await p.locator("tr", { hasText: "(您)" }).locator("button[value=remove]").click(); await p.waitForSelector("[role=alert]"); console.log("last owner:", await p.locator("[role=alert]").innerText());
// password change
await r.goto(base + "/account", { waitUntil: "networkidle" }); await r.fill("#currentPassword", "falsch falsch"); await r.fill("#freshPassword", "neues langes wort"); await r.click("button[value=password]"); await r.waitForSelector("#error-summary"); console.log("pw wrong:", await r.locator("[role=alert] li").innerText());
await r.fill("#currentPassword", "第三个 很长 口令"); await r.fill("#freshPassword", "neues langes wort"); await r.click("button[value=password]"); await r.waitForSelector("text=密码已修改"); console.log("password changed");
// wrong sign-in
await s.goto(base + "/sign-in"); await s.fill("#loginName", "nobody-" + stamp); await s.fill("#password", "xxxxxxxxx"); await s.click("main button[type=submit]"); await s.waitForSelector("[role=alert]"); console.log("wrong:", await s.locator("[role=alert]").innerText());
// admin: new official
let a = await mk(); await login(a, "admin"); await a.goto(base + "/admin/users/new", { waitUntil: "networkidle" }); await a.fill("#loginName", "off-" + stamp); await a.fill("#displayName", "市科技局初审员"); await a.check("input[value=reviewer]"); await a.check("input[value=auditor]"); await a.click("main form.card button[type=submit]"); await a.waitForSelector("#error-summary"); console.log("separated:", await a.locator("[role=alert] li").innerText()); console.log("kept:", await a.inputValue("#displayName"), await a.isChecked("input[value=reviewer]"));
await a.uncheck("input[value=auditor]"); await a.selectOption("#departmentId", "city-science"); await a.click("main form.card button[type=submit]"); await a.waitForSelector("text=一次性密码"); console.log(await a.locator("main p.font-mono").innerText()); await a.screenshot({ path: "/tmp/h7/once.png", fullPage: true });
await a.goto(base + "/admin/users?q=off-" + stamp, { waitUntil: "networkidle" }); await a.click("text=修改"); await a.waitForURL(/admin\/users\/.+/); await a.screenshot({ path: "/tmp/h7/edit-user.png", fullPage: true }); await a.click("button[value=disable]"); await a.waitForSelector("text=已停用"); console.log("disabled");
const bad = await a.goto(base + "/admin/users/not-a-uuid"); console.log("bad id", bad.status());
const forb = await a.goto(base + "/audit"); console.log("admin at audit", forb.status());
await a.goto(base + "/admin/calendar?year=2026&day=2026-12-31", { waitUntil: "networkidle" }); await a.check("input[value=off]"); await a.fill("#note", "测试"); await a.click("button[value=day]"); await a.waitForURL(/saved/); console.log("calendar", await a.locator("[role=status]").innerText());
let u = await mk(); await login(u, "auditor"); await u.goto(base + "/audit", { waitUntil: "networkidle" }); await u.screenshot({ path: "/tmp/h7/audit-full.png", fullPage: true }); console.log("audit lines", await u.locator("tbody tr").count());
const csv = await (await u.request.get(base + "/audit/export?action=invitation")).text(); console.log(csv.slice(0, 300));
await browser.close();
