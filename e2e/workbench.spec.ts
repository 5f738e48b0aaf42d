import { expect, test, type Page } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const title = "示例成长奖励";
/** The first demo firm's revenue is 186 million yuan: short of 200, beyond 150. */
const firm = "示例一号精密机床有限公司";

test("a new item, its threshold lowered, a second person's signature: the firm's page changes", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "author");
  await page.goto("/workbench");
  await expectSound(page);
  await page.getByLabel("文件编号").fill("mas-growth-demo");
  await page.getByLabel("文件名称").fill("示例成长文件");
  await page.getByLabel("事项名称").fill(title);
  await page.getByRole("button", { name: "新建" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  const item =
    /mas-growth-demo-\d{3}/.exec(
      (await page
        .getByText(/mas-growth-demo-\d{3}/)
        .first()
        .textContent()) ?? "",
    )?.[0] ?? "";
  await ready(page);
  await expect(page.getByText("还没有英文名称和摘要")).toHaveCount(2);
  await page.getByLabel("英文名称").fill("Sample growth reward");
  await say(page, "2 亿", "200");
  await page.getByRole("button", { name: "加一条" }).click();
  const second = page.getByRole("group", { name: "第 2 条", exact: true });
  await second.getByLabel("事实").fill("营业收入");
  await second.getByLabel("值", { exact: true }).fill("200,000,000");
  await expect(second).toContainText("营业收入 不低于 2 亿元");
  await page.getByRole("textbox", { name: "金额", exact: true }).fill("100000");
  await expect(figure(page, "eligible")).not.toHaveText("0");
  await kept(page);
  await expectSound(page);
  await page.reload();
  await expect(second.getByLabel("值", { exact: true })).toHaveValue("200000000");
  await toSignature(page);
  await expect(page.getByText("须由没有参与编写的另一名政策编制人员签发。")).toBeVisible();
  await sign(page);

  await signIn(page, "operator");
  await expect(async () => {
    await page.goto(`/firm/matches/${item}`);
    await expect(page.getByText("不符合").first()).toBeVisible({ timeout: 500 });
  }).toPass();

  await signIn(page, "author");
  await page.goto(`/workbench?q=${item}`);
  await page.getByRole("button", { name: `修改 ${title}` }).click();
  await ready(page);
  const before = Number((await figure(page, "eligible").textContent())?.replaceAll(",", ""));
  const slider = page.getByRole("slider", { name: "拖动“营业收入”的门槛" });
  await slider.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("PageDown");
  await expect(second.getByLabel("值", { exact: true })).not.toHaveValue("200000000");
  await second.getByLabel("值", { exact: true }).fill("150000000");
  await expect(second).toContainText("不低于 1.5 亿元");
  await say(page, "1.5 亿", "150");
  await expect(async () =>
    expect(Number((await figure(page, "eligible").textContent())?.replaceAll(",", ""))).toBeGreaterThan(before),
  ).toPass();
  await kept(page);
  await page.setViewportSize({ width: 375, height: 812 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await toSignature(page, async () => {
    await expect(page.locator("[data-figure=gains]")).not.toHaveText("0");
    await expect(page.locator("[data-figure=loses]")).toHaveText("0");
    await expect(page.getByRole("row").filter({ hasText: firm })).toContainText("100,000.00");
  });
  await sign(page);

  await signIn(page, "operator");
  await expect(async () => {
    await page.goto("/notices");
    await expect(page.getByText(title).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(`/firm/matches/${item}`);
  await expect(page.getByText("营业收入 不低于 1.5 亿元")).toBeVisible();
  await expect(page.getByText("不符合")).toHaveCount(0);
});

test("the form is complete in English, the JSON page shows the same item and keeps what can't be read", async ({
  page,
}) => {
  await signIn(page, "author");
  await page.goto("/workbench?q=zone-mfg-003");
  await page.getByRole("button", { name: /^复制/ }).click();
  await kept(page);
  const address = page.url();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Conditions" })).toBeVisible();
  await expectSound(page);
  await settings(page);
  await page.goto(`${address}/json`);
  const own = page.getByLabel("Redemption settings (JSON)");
  await expect(own).toHaveValue(/"experts": 5/);
  const text = page.getByLabel("Item (JSON)");
  await expect(text).toHaveValue(/"count": 12/);
  const whole = await text.inputValue();
  await text.fill(whole.replace('"topUp": false', '"topUp": no'));
  await page.getByRole("button", { name: "Save and back to the form" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was saved; please correct:" })).toBeVisible();
  await expect(text).toHaveValue(/"topUp": no/);
  await expectSound(page);
  await text.fill(whole);
  await page.getByRole("button", { name: "Save and back to the form" }).click();
  await expect(page.getByRole("heading", { name: "Conditions" })).toBeVisible();
  await page.goto(`${address}/json`);
  await expect(text).toHaveValue(whole);
  await page.goto(`${address}/release`);
  await page.getByRole("button", { name: "Ask for a signature" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByText("This draft has been discarded.")).toBeVisible();
});

/** What the item says of its threshold, in both languages: words and rule agree before anything is signed. */
async function say(page: Page, sum: string, millions: string): Promise<void> {
  await page.getByLabel("摘要", { exact: true }).fill(`营业收入${sum.replace(" ", "")}元以上的企业，奖励10万元。`);
  await page
    .getByLabel("英文摘要")
    .fill(`Firms with operating revenue of at least CNY ${millions} million receive a reward of CNY 100,000.`);
}

/** Panel, yearly round and clock by the keyboard; a number out of its range is told at the field and in the list of checks. */
async function settings(page: Page): Promise<void> {
  const checks = page.getByRole("region", { name: "Checks" });
  const experts = page.getByLabel("Experts who score");
  await experts.fill("99");
  await expect(page.getByText("must be at most 15")).toHaveCount(2);
  await checks.getByRole("button", { name: "To “redemption › experts”" }).press("Enter");
  await expect(experts).toBeFocused();
  await experts.fill("5");
  await expect(page.getByText("must be at most 15")).toHaveCount(0);
  await page.getByLabel("Visit on site").press("Space");
  await page.getByLabel("Places or money are limited").press("Space");
  await page.getByLabel("Places", { exact: true }).fill("12");
  await page.getByLabel("Time of a correction").selectOption("reset");
  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
  await page.setViewportSize({ width: 375, height: 812 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

function figure(page: Page, name: string) {
  return page.locator(`[data-figure=${name}]`);
}

/** The form works once its script has arrived. */
async function ready(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
}

async function kept(page: Page): Promise<void> {
  await expect(page.getByText("已自动保存")).toBeVisible();
}

/** Backtest, fair-competition review, and the question to a second person. */
async function toSignature(page: Page, look: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole("navigation", { name: "草稿页面" }).getByRole("link", { name: "回测" }).click();
  await page.getByRole("button", { name: "开始回测" }).click();
  await expect(figure(page, "gains")).toBeVisible();
  await look();
  await expectSound(page);
  await page.getByRole("navigation", { name: "草稿页面" }).getByRole("link", { name: "审查与发布" }).click();
  await page.getByRole("button", { name: "保存审查记录" }).click();
  await expect(page.getByRole("alert").first()).toContainText("需要改正");
  await page.getByLabel("审查机构").fill("示例局法规科");
  await page.getByLabel("审查日期").fill("2026-11-20");
  await page.getByLabel("听取意见情况").fill("已向行业协会征求意见");
  for (const group of await page.getByRole("group").filter({ hasText: "是否" }).all())
    await group.getByRole("radio", { name: "否" }).check();
  await page.getByLabel("审查结论").fill("符合公平竞争要求");
  await page.getByRole("button", { name: "保存审查记录" }).click();
  await expect(page.getByText("都齐了")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "提交签发" }).click();
  await expect(page.getByText("待签发").first()).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  const address = page.url();
  await signIn(page, "author2");
  await page.goto(address);
  await expectSound(page);
  await page.getByRole("button", { name: "签发并发布" }).click();
  await expect(page.getByText("已发布，企业的匹配结果正在更新。")).toBeVisible();
}
