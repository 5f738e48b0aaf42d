import { expect, test } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

test("a reviewer works by keyboard: picks cases, previews a step on all of them, confirms once", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto("/desk?stage=leadReview");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("审核台");
  await expectSound(page);
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await expect(page.locator("tbody input:checked")).toHaveCount(2);
  await page.getByRole("button", { name: "预览" }).click();
  await expect(page.getByText("可办理 2 件")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "确认办理 2 件" }).click();
  await expect(page.getByText("2 件中已办理 2 件。")).toBeVisible();
  await page.reload();
  await expect(page.getByText("您是本件的初审人，须由另一人审批。")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /确认办理/ })).toHaveCount(0);
});

test("filters can be kept under a name and brought back", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto("/desk?stage=leadApproval");
  await page.getByLabel("名称", { exact: true }).fill("待审批");
  await page.getByRole("button", { name: "保存当前筛选" }).click();
  await expect(page.getByRole("button", { name: "删除筛选 待审批" })).toBeVisible();
  await page.goto("/desk");
  await page.getByRole("link", { name: "待审批" }).click();
  await expect(page).toHaveURL(/stage=leadApproval/);
  await page.getByRole("button", { name: "删除筛选 待审批" }).click();
  await expect(page.getByRole("link", { name: "待审批" })).toHaveCount(0);
});

test("materials are read beside the figures, a PDF drawn in the page", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto("/desk?q=技改设备补助");
  await page.locator("a[data-row]").first().click();
  await page.getByRole("link", { name: "对照查看材料" }).click();
  const canvas = page.locator("canvas");
  await expect(canvas).toBeVisible();
  await expect(page.getByText(/Demonstration material\. No real firm/)).toBeAttached();
  const dark = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = (element.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, element.width, element.height);
    let count = 0;
    for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 100) count += 1;
    return count;
  });
  expect(dark).toBeGreaterThan(200);
  await expectSound(page);
  await page.setViewportSize({ width: 375, height: 812 });
  await expectSound(page);
});
