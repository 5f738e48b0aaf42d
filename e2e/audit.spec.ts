import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { canonicalJson } from "../app/kernel/canonical-json";
import { csvRows } from "../app/kernel/csv";
import { enter, tabTo, typeInto } from "./fixtures/keyboard";
import { speak } from "./fixtures/language";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const codes = (page: Page) => page.locator('main td[data-label="动作"] code');

test("the auditor narrows the log down to a case, opens an event, has the case decided again and takes the lines away", async ({
  page,
}) => {
  await signIn(page, "auditor");
  await page.goto("/audit");
  await page.getByLabel("操作人").fill("approver");
  await page.getByLabel("动作").fill("application.approve");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/actor=approver/);
  await expect.poll(async () => [...new Set(await codes(page).allInnerTexts())]).toEqual(["application.approve"]);
  await expect(page.locator('main td[data-label="操作人"]').first()).toContainText("审批人");
  const subject = await page.locator('main td[data-label="对象"] code').first().innerText();

  await page.goto(`/audit?subject=${subject}&action=application.`);
  const listed = await codes(page).allInnerTexts();
  expect(listed).toContain("application.submit");
  await expect(page.locator('main td[data-label="动作"]').last()).toContainText("已提交申报");
  const approval = page.getByRole("row").filter({ hasText: "application.approve" }).first();
  await approval.getByText("查看", { exact: true }).click();
  await expect(approval.locator("pre").first()).toContainText('"state": "departmentReview"');
  await expect(approval.locator("pre").last()).toContainText('"type": "APPROVE"');
  await expectSound(page);

  const lines = await exported(page);
  expect(lines[0]).toEqual([
    "id",
    "at",
    "actor",
    "actorRole",
    "action",
    "subjectType",
    "subjectId",
    "enterpriseId",
    "departmentId",
    "address",
    "before",
    "after",
  ]);
  expect(lines.slice(1).map((cells) => cells[4])).toEqual(listed);
  expect(new Set(lines.slice(1).map((cells) => cells[6]))).toEqual(new Set([subject]));
  expect(JSON.parse(lines[1 + listed.indexOf("application.approve")]?.[11] ?? "")).toMatchObject({
    event: { type: "APPROVE" },
  });

  await approval.getByRole("link", { name: "重放" }).click();
  const outcome = page.getByRole("main").locator("section").filter({ hasText: "步流转" });
  await expect(outcome.getByRole("status").getByText("逐位一致")).toBeVisible();
  const steps = listed.filter(
    (code) => !["application.viewed", "application.message-sent", "application.recused"].includes(code),
  ).length;
  await expect(outcome).toContainText(`${steps} 步流转`);
  await expectSound(page);
});

test("nothing found is said, with a way back, and so is a case that nobody has", async ({ page }) => {
  await signIn(page, "auditor");
  await page.goto("/audit?actor=nobody-of-that-name");
  await expect(page.getByText("没有符合条件的记录")).toBeVisible();
  expect((await exported(page)).length, "the head alone").toBe(1);
  await page.getByRole("link", { name: "清除" }).click();
  await expect(codes(page).first()).toHaveText("audit.exported");
  await page.goto("/audit/replay?case=HQT-0000-000000-0");
  await expect(page.getByText("没有这个办件")).toBeVisible();
});

test("the auditor seals and verifies the log; anybody reads the root and takes its file away", async ({ page }) => {
  await signIn(page, "auditor");
  await page.goto("/audit/seals");
  await page.getByRole("button", { name: "立即封存" }).click();
  const words = await page.getByText(/已封存，第 \d+ 号。/).innerText();
  const number = /第 (\d+) 号/.exec(words)?.[1] ?? "";
  await page.getByRole("button", { name: "核验全部日志" }).click();
  await expect(page.getByText(/核验通过：\d+ 条记录/)).toBeVisible();
  await expectSound(page);

  await page.context().clearCookies();
  await page.goto("/audit-roots");
  const row = page.getByRole("row").filter({ hasText: `第 ${number} 号` });
  const root = await row.locator("code").innerText();
  const [download] = await Promise.all([page.waitForEvent("download"), row.getByRole("link").click()]);
  const { hash, ...facts } = JSON.parse(readFileSync(await download.path(), "utf8")) as Record<string, unknown>;
  expect(download.suggestedFilename()).toMatch(new RegExp(`^root-\\d{4}-\\d\\d-\\d\\d-${number}\\.json$`));
  expect(facts).toMatchObject({ number: Number(number), root });
  expect(hash).toBe(createHash("sha256").update(canonicalJson(facts)).digest("hex"));
});

test("by keyboard alone, in English on a phone: search, event, replay", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await signIn(page, "auditor");
  await speak(page, "en");
  await page.goto("/audit");
  await typeInto(page.getByLabel("Deed"), "application.reject");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/action=application.reject/);
  await tabTo(page.locator("main summary").first());
  await page.keyboard.press("Space");
  await expect(page.locator("main pre").last()).toContainText('"type": "REJECT"');
  await expectSound(page);
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("link", { name: "Replay", exact: true }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").getByText("Equal bit for bit")).toBeVisible();
  await expectSound(page);
  await enter(page.getByRole("link", { name: "Log", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Audit log");
});

/** The rows of the export of what is shown, the head first. */
async function exported(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^导出 CSV/ }).click(),
  ]);
  return csvRows(readFileSync(await download.path(), "utf8"));
}
