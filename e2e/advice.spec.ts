import { expect, test, type Page } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

/** The figure under a label of the result. */
function tile(page: Page, label: string) {
  return page
    .getByRole("status")
    .locator(".card")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("p")
    .nth(1);
}

/** On a phone nothing has to be scrolled sideways either. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  await expectSound(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("the front page counts while a visitor chooses", async ({ page }) => {
  await page.goto("/");
  await expect(tile(page, "符合")).toHaveText("0 项");
  await page.getByLabel("企业规模类型").selectOption("small");
  await expect(tile(page, "符合")).toHaveText(/^[1-9]\d* 项$/);
  await expect(page).toHaveURL(/\/$/);
  await expectSoundEverywhere(page);
});

/** 演示区: equipment of 3 million yuan and more is paid 10 %. */
const item = "/policies/zone-mfg-003";

test("what is chosen before the scripts have arrived counts once they have", async ({ page }) => {
  let arrive = () => {};
  const chosen = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*.js", (route) => chosen.then(() => route.continue()));
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("企业规模类型").selectOption("small");
  await expect(tile(page, "符合")).toHaveText("0 项");
  arrive();
  await expect(tile(page, "符合")).toHaveText(/^[1-9]\d* 项$/);
});

test("an item is tried on a hypothetical firm on its own page", async ({ page }) => {
  await page.goto(item);
  const check = page.locator("#check");
  await check.getByLabel("技改设备不含税额").fill("200万");
  await expect(check.getByText("还差 100 万元")).toBeVisible();
  await expectSoundEverywhere(page);
  await check.getByLabel("技改设备不含税额").fill("350万");
  await expect(check.getByText("按标准计算：350,000 元")).toBeVisible();
  await expect(check.getByText(/封顶.*未知/)).toHaveCount(0);
});

test("a gap is told with its unit and what it means in yuan", async ({ page }) => {
  // 0.9 points of 45.2 million yuan in revenue are 406,800 yuan
  await page.goto("/policies/cn-vat-machine-tool-15?rdRatio=4.1&annualRevenue=45200000");
  await expect(page.getByText("还差 0.9 个百分点（约 41 万元）")).toBeVisible();
});

test("without scripts the check answers after its button", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(item);
  await page.locator("#check").getByLabel("技改设备不含税额").fill("200万");
  await page.locator("#check").getByRole("button", { name: "看结果" }).click();
  await expect(page.locator("#check").getByText("还差 100 万元")).toBeVisible();
  await context.close();
});

test("a firm sees what it nearly reaches, what to take, and one report of it all", async ({ page }) => {
  await signIn(page, "operator");
  await page.goto("/firm/matches");
  await page.getByRole("link", { name: "差一点", exact: true }).click();
  await expect(page.getByText("做到以下各项即符合：").first()).toBeVisible();
  await expectSoundEverywhere(page);
  await page.getByLabel("排序").selectOption("ease");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/order=ease/);
  await page.getByRole("link", { name: "最佳组合" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("最佳组合");
  const cash = await page
    .locator(".card")
    .filter({ has: page.getByText("金额已确定") })
    .locator("p")
    .nth(1)
    .innerText();
  await expectSoundEverywhere(page);
  await page.getByRole("link", { name: "测算报告" }).click();
  await expect(page.getByRole("heading", { name: /^现在可得/ })).toBeVisible();
  await expectSoundEverywhere(page);
  const report = await page.evaluate(async () => (await fetch("/firm/report/json")).json());
  expect(`${Number((Number(report.totals.cashFen) / 1_000_000).toFixed(2))}万元`).toBe(cash.replaceAll(/\s/g, ""));
  expect(
    report.owed.reduce(
      (sum: number, row: { nature: string; countedFen: string | null }) =>
        sum + (row.nature === "cash" ? Number(row.countedFen) : 0),
      0,
    ),
  ).toBe(Number(report.totals.cashFen));
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report on the support due");
  await expectSound(page);
});

test("a firm answers one question after the other, skips and goes back", async ({ page }) => {
  await signIn(page, "operator");
  await page.goto("/firm/questions");
  const open = async () => Number.parseInt(await tile(page, "待补充信息").innerText(), 10);
  const question = page.locator("form").filter({ has: page.getByRole("button", { name: "回答并继续" }) });
  const fact = () => question.locator("[name=fact]").inputValue();
  const [first, before] = [await fact(), await open()];
  await expect(page.getByText(/^这个回答关系到 \d+ 项政策能否判断/)).toBeVisible();
  await expectSoundEverywhere(page);
  await page.getByRole("link", { name: "跳过" }).click();
  await expect(page).toHaveURL(/skipped=/);
  await expect(question.locator("[name=fact]")).not.toHaveValue(first);
  const second = await fact();
  await answer(page, second);
  await page.getByRole("button", { name: "回答并继续" }).click();
  await expect(page.getByText("本次已答 1 题")).toBeVisible();
  expect(await open()).toBeLessThanOrEqual(before);
  await page.getByRole("link", { name: "返回上一题" }).click();
  await expect(question.locator("[name=fact]")).toHaveValue(second);
  await expectSound(page);
});

/** Says no, none or nothing, whatever the question asks for. */
async function answer(page: Page, fact: string): Promise<void> {
  const field = page.locator(`[name="${fact}"]`);
  if ((await field.first().getAttribute("type")) === "radio")
    return page.locator(`[name="${fact}"][value="false"]`).check();
  if ((await field.evaluate((element) => element.tagName)) === "SELECT") {
    await field.selectOption({ index: 1 });
    return undefined;
  }
  return field.fill((await field.getAttribute("data-day")) !== null ? "2020-01-01" : "0");
}
