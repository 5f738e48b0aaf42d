import { expect, test, type Page } from "@playwright/test";
import { reloadUntil } from "./fixtures/cases";
import { newFirm } from "./fixtures/firms";
import { expectSound, pixelsOver } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const title = "示例市仪器共享平台成员名单";

async function upload(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join("\n"));
  await page.getByLabel(/^文件（XLSX 或 CSV/).setInputFiles({ name: "名单.csv", mimeType: "text/csv", buffer });
}

test("a bureau's complete list tells who has a title and who hasn't, by two persons, and is rolled back by two", async ({
  page,
}) => {
  const on = await newFirm(page, "示例名单内有限公司");
  const off = await newFirm(page, "示例名单外有限公司");
  await signIn(page, "science");
  await page.goto("/deliveries");
  await expectSound(page);
  await page.getByRole("link", { name: "报送数据", exact: true }).last().click();
  await expectSound(page);
  await page.getByRole("button", { name: "检查文件" }).click();
  await expect(page.getByRole("alert")).toContainText("文件或名单名称");
  await page.getByLabel("名单：名单上的企业有某种称号、等级或处罚").check();
  await page.getByLabel("文件或名单名称").fill(title);
  await page.getByLabel("名单认定的是").selectOption({ label: "仪器纳入省共享平台" });
  await page.getByLabel(/^这是一份完整名单/).check();
  await upload(page, ["企业名称,统一社会信用代码,平台编号", `示例,${on.creditCode.slice(0, 17)},P-1`]);
  await page.getByRole("button", { name: "检查文件" }).click();
  await page.getByLabel("平台编号").selectOption({ label: "不用这一列" });
  await page.getByRole("button", { name: "按此读取" }).click();
  const problems = page.getByRole("table", { name: /文件没有收下/ });
  await expect(problems).toContainText("统一社会信用代码");
  await expectSound(page);
  await upload(page, ["企业名称,统一社会信用代码,平台编号", `示例名单内有限公司,${on.creditCode},P-1`]);
  await page.getByRole("button", { name: "检查文件" }).click();
  await page.getByLabel("平台编号").selectOption({ label: "不用这一列" });
  await page.getByRole("button", { name: "按此读取" }).click();
  await expect(page.getByText("您报送的数据须由本部门另一人签认。")).toBeVisible({ timeout: 60_000 });
  await expectSound(page);
  const url = new URL(page.url()).pathname;

  await signIn(page, "science2");
  await page.goto(url);
  await expect(page.getByText("按完整名单记为“没有”的企业")).toBeVisible();
  await expectSound(page);
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await pixelsOver(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "签认入库" }).click();
  await reloadUntil(page, url, "撤销这份数据");

  await signIn(page, off.loginName, off.password);
  await page.goto("/firm/profile/technology?all=1");
  await expect(page.getByText(`不在《${title}》`)).toBeVisible();
  await expect(page.locator("[name=sharedInstrumentPlatform]")).toHaveCount(0);
  await expectSound(page);
  await signIn(page, on.loginName, on.password);
  await page.goto("/firm/profile/technology?all=1");
  await expect(page.getByText(`来自《${title}》`)).toBeVisible();

  await signIn(page, "science");
  await page.goto(url);
  await page.getByLabel("撤销的理由").fill("名单发错");
  await page.getByRole("button", { name: "申请撤销" }).click();
  await expect(page.getByRole("button", { name: "同意撤销" })).toHaveCount(0);
  await signIn(page, "science2");
  await page.goto(url);
  await page.getByRole("button", { name: "同意撤销" }).click();
  await reloadUntil(page, url, "撤销时间");
  await signIn(page, off.loginName, off.password);
  await page.goto("/firm/profile/technology?all=1");
  await expect(page.locator("[name=sharedInstrumentPlatform]").first()).toBeVisible();
});
