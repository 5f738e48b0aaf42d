import { expect, test } from "@playwright/test";
import { makeCreditCode } from "../app/features/enterprises/domain/credit-code";
import { expectSound } from "./fixtures/page-checks";

test("a firm registers: a wrong code is explained, nothing is lost, the right one leads to the matches", async ({
  page,
}, info) => {
  const serial = 90_000_000 + (info.project.name === "phone" ? 1 : 0);
  await page.goto("/register");
  await page.locator("#creditCode").fill("91350100M000100Y44");
  await page.locator("#name").fill("示例注册测试有限公司");
  await page.locator("#legalForm").selectOption("company");
  await page.locator("#region").selectOption("340503");
  await page.locator("#industry").fill("C3421");
  await page.locator("#displayName").fill("财务负责人");
  await page.locator("#loginName").fill(`newcomer-${info.project.name}`);
  await page.locator("#password").fill("a-long-enough-phrase");
  await page.getByRole("button", { name: "注册并查看匹配结果" }).click();
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText("与校验规则不符");
  await expect(summary).toBeFocused();
  await expect(page.locator("#name")).toHaveValue("示例注册测试有限公司");
  await expectSound(page);
  await page.locator("#creditCode").fill(makeCreditCode("340503", serial));
  await page.locator("#password").fill("a-long-enough-phrase");
  await page.getByRole("button", { name: "注册并查看匹配结果" }).click();
  await expect(page).toHaveURL(/\/firm$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("示例注册测试有限公司");
  await expectSound(page);
});
