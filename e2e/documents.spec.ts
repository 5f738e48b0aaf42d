import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { yearNow } from "./fixtures/clock";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

test("a firm's statement: made, downloaded, confirmed by the public page, and a changed file refused", async ({
  page,
}) => {
  await signIn(page, "viewer");
  await page.goto("/firm/applications");
  const year = await yearNow(page);
  await page.getByRole("link", { name: "年度对账单" }).click();
  await expectSound(page);
  await page.getByRole("button", { name: "生成对账单" }).click();
  const statement = page.getByRole("link", { name: `${year}年度惠企政策对账单` });
  await expect(statement).toHaveCount(1);
  await page.getByRole("button", { name: "生成对账单" }).click();
  await expect(statement).toHaveCount(1);
  const bytes = await fileOf(page, `${year}年度惠企政策对账单`);
  const verify = await page.getByRole("link", { name: "核验 年度对账单" }).getAttribute("href");

  await page.context().clearCookies();
  await page.goto("/verify");
  await page.getByLabel("核验码").fill("2222");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("核验码应为 16 位字母和数字，请核对")).toBeVisible();
  await page.getByLabel("核验码").fill((verify ?? "").split("/").at(-1)?.replaceAll("-", "").toLowerCase() ?? "");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByRole("heading", { name: "这份文书由平台签发" })).toBeVisible();
  await expectSound(page);
  await compare(page, bytes);
  await expect(page.getByText("文件一致")).toBeVisible();
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(6000) ^ 1, 6000);
  await compare(page, changed);
  await expect(page.getByRole("alert")).toContainText("文件不一致");
  await expectSound(page);
});

test("the documents of a case stand on the firm's page, for the firm alone", async ({ page }) => {
  await signIn(page, "owner");
  await page.goto("/firm/applications");
  const cases = await page
    .getByRole("row")
    .filter({ hasText: "HQT" })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const receipt = page.getByRole("link", { name: "受理通知书 下载" });
  await expect(async () => {
    for (const address of cases) {
      await page.goto(address);
      if (await receipt.isVisible()) return;
    }
    throw new Error("no receipt yet");
  }).toPass();
  await expectSound(page);
  const address = await page.getByRole("link", { name: "受理通知书 下载" }).getAttribute("href");
  expect((await fileOf(page, "受理通知书 下载")).subarray(0, 5).toString()).toBe("%PDF-");
  await signIn(page, "finance");
  expect((await page.request.get(address ?? "")).status()).toBe(404);
});

test("anybody reads the signed notice of a publicity, and no other document", async ({ page }) => {
  const notice = page.getByRole("link", { name: "下载 PDF" }).first();
  await expect(async () => {
    await page.goto("/publicity");
    await expect(notice).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectSound(page);
  const coming = page.waitForEvent("download");
  await notice.click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^关于“.+”拟支持企业的公示 .+号\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await page.setViewportSize({ width: 375, height: 812 });
  await expectSound(page);
});

async function fileOf(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFile(await (await coming).path());
}

async function compare(page: Page, buffer: Buffer): Promise<void> {
  await page.getByLabel("PDF 文件").setInputFiles({ name: "document.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "核对" }).click();
}
