import { expect, test } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";

test("an industry is found by name, by code, and by going down from its section, with keys alone", async ({ page }) => {
  await page.goto("/register", { waitUntil: "networkidle" });
  const field = page.getByRole("combobox", { name: "行业小类" });
  await field.focus();
  await page.keyboard.type("金属切削");
  await expect(page.getByRole("treeitem", { name: /^C3421 金属切削机床制造/ })).toBeVisible();
  await expect(field).toHaveAttribute("aria-activedescendant", "industry-C3421");
  await expectSound(page);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("C3421");
  await expect(page.getByText("已选：制造业 › 通用设备制造业 › 金属加工机械制造 › 金属切削机床制造")).toBeVisible();

  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("treeitem", { name: "C3421 金属切削机床制造" })).toHaveAttribute("aria-selected", "true");
  for (const key of ["ArrowDown", "Escape"]) await page.keyboard.press(key);
  await expect(page.getByRole("tree")).toHaveCount(0);
  await expect(field).toHaveValue("C3421");

  await field.fill("");
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"])
    await page.keyboard.press(key);
  await expect(field).toHaveAttribute("aria-activedescendant", "industry-B0610");
  await expectSound(page);
  await page.keyboard.press("ArrowLeft");
  await expect(field).toHaveAttribute("aria-activedescendant", "industry-B061");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("B0610");
});

test("an industry is chosen by touch", async ({ page }) => {
  await page.goto("/register", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "按门类选择行业" }).click();
  for (const name of [/^C 制造业/, /^C34 通用设备/, /^C342 金属加工/])
    await page.getByRole("treeitem", { name }).last().click();
  await page.getByRole("button", { name: "通用设备制造业" }).click();
  await page
    .getByRole("treeitem", { name: /^C342 / })
    .last()
    .click();
  await page.getByRole("treeitem", { name: "C3425 机床功能部件及附件制造" }).click();
  await expect(page.getByRole("combobox", { name: "行业小类" })).toHaveValue("C3425");
  await expectSound(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the directory leads to the code", async ({ page }) => {
    await page.goto("/register");
    await expect(page.getByRole("link", { name: "查行业代码（在新窗口打开）" })).toBeVisible();
    await page.goto("/industries");
    await page.getByLabel("行业名称或代码").fill("金属切削");
    await page.getByRole("button", { name: "筛选" }).click();
    await expect(page.getByRole("row", { name: /C3421/ })).toContainText("金属切削机床制造");
    await page.goto("/industries?in=C34");
    await expect(page.getByRole("link", { name: "金属加工机械制造" })).toBeVisible();
  });
});
