import { expect, test, type Locator } from "@playwright/test";
import { reloadOnceKept } from "./fixtures/kept";
import { dayOf, moveClock } from "./fixtures/clock";
import { choose } from "./fixtures/keyboard";
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
  await page.getByLabel("意见").fill("材料齐全");
  await reloadOnceKept(page, "材料齐全");
  await expect(page.getByLabel("意见")).toHaveValue("材料齐全");
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
    const { data } = (element.getContext("2d") as CanvasRenderingContext2D).getImageData(
      0,
      0,
      element.width,
      element.height,
    );
    let count = 0;
    for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 100) count += 1;
    return count;
  });
  expect(dark).toBeGreaterThan(200);
  await expectSound(page);
  await page.setViewportSize({ width: 375, height: 812 });
  await expectSound(page);
});

test("a head sees each stage against its promise, gives work to a person, and notes who is away", async ({ page }) => {
  await signIn(page, "head");
  await page.goto("/desk/department");
  const stages = page.getByRole("table", { name: "各环节" });
  for (const head of ["承诺工作日", "平均用时（工作日）", "超期"])
    await expect(stages.getByRole("columnheader", { name: head, exact: true })).toBeVisible();
  const row = page
    .getByRole("table", { name: "在办事项" })
    .getByRole("row")
    .filter({ hasText: "主管部门审核" })
    .first();
  const number = await row.getByRole("link").innerText();
  await assign(row, "市经信局初审员");
  const until = dayOf((await moveClock(page, 0)) + 30 * 86_400_000);
  await page.getByLabel("到", { exact: true }).fill(until);
  await reloadOnceKept(page, until);
  await expect(page.getByLabel("到", { exact: true })).toHaveValue(until);
  await signIn(page, "reviewer");
  await page.goto("/desk/workload");
  await expect(page.getByRole("table", { name: "分派给我" }).getByRole("link", { name: number })).toBeVisible();
  await signIn(page, "head");
  await page.goto("/desk/department");
  await assign(page.getByRole("row").filter({ hasText: number }), "全部门");
  await signIn(page, "reviewer");
  await page.goto("/desk/workload");
  await expect(page.getByRole("link", { name: number })).toHaveCount(0);
});

/** Gives the work of a row to a person or back to all, by keyboard, and waits for the answer. */
async function assign(row: Locator, to: string): Promise<void> {
  await choose(row.getByRole("combobox"), to);
  const answered = row.page().waitForResponse((response) => response.request().method() === "POST");
  await row.page().keyboard.press("Tab");
  await expect(row.getByRole("button", { name: "分派" })).toBeFocused();
  await row.page().keyboard.press("Enter");
  // A page whose scripts are still on their way is answered by a redirect.
  expect((await answered).status()).toBeLessThan(400);
}
