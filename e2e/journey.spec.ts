import { expect, test, type Page } from "@playwright/test";
import { reloadOnceKept } from "./fixtures/kept";
import { act, openCase } from "./fixtures/cases";
import { pdf } from "./fixtures/firms";
import { enter, inEnglishOnAPhone, tabTo, typeInto } from "./fixtures/keyboard";
import { disbursed, expectDue, makeBatch, paymentRow, releaseAndPay } from "./fixtures/money";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

/** 350 万元 × 10 % = 35 万元, class A of the land rating pays 110 %. */
const sum = "385,000.00";
const firm = "示例一号精密机床有限公司";
const item = "演示·技改设备补助（300万元以上档）";

test("from the answer to the yuan: firm, county, three departments, treasury, economic office", async ({ page }) => {
  const before = await disbursed(page);
  await signIn(page, "operator");
  const url = await apply(page);

  await signIn(page, "county");
  await openCase(page, url);
  await expectSound(page);
  await act(page, "初审通过", "县区初审通过");

  await signIn(page, "reviewer");
  await openCase(page, url);
  await page.getByText("发出补正通知").first().click();
  await page.getByLabel("第 1 条涉及").selectOption("设备清单");
  await page.getByLabel("第 1 条补正内容").fill("缺少签章");
  await reloadOnceKept(page, "缺少签章");
  await expect(page.getByLabel("第 1 条补正内容")).toHaveValue("缺少签章");
  await act(page, "发出补正通知", "发出一次性补正通知");

  await signIn(page, "operator");
  await page.goto(url);
  await expect(page.getByText("设备清单：缺少签章")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("第 1 条答复").fill("已补充签章");
  await page.getByRole("button", { name: "提交补正" }).click();
  await expect(page.getByRole("list", { name: "办理过程" }).getByText("已补正")).toBeVisible();

  await signIn(page, "reviewer");
  await openCase(page, url);
  await act(page, "建议支持", "部门初审通过");
  for (const person of ["reform", "treasury"]) {
    await signIn(page, person);
    await openCase(page, url);
    await act(page, "同意", "协同部门同意");
  }
  await signIn(page, "approver");
  await openCase(page, url);
  await act(page, "批准", "部门审批通过");
  await page.goto("/publicity");
  await expect(paymentRow(page, firm, item)).toContainText(sum);
  await expectSound(page);

  await page.evaluate(() => fetch("/test-clock", { method: "POST", body: new URLSearchParams({ days: "12" }) }));
  await expectDue(page, firm, item);
  await expectSound(page);
  const batch = await makeBatch(page, firm, item);
  await page.getByRole("button", { name: "复核并放行" }).click();
  await expect(page.getByRole("alert")).toContainText("不能是同一人");
  await releaseAndPay(page, batch);
  await expectSound(page);

  await signIn(page, "operator");
  await page.goto(url);
  await expect(page.getByRole("list", { name: "办理过程" }).getByText("资金已拨付")).toBeVisible();
  expect((await disbursed(page)) - before).toBe(38_500_000n);

  await signIn(page, "operator");
  await rateBadly(page, url);
  await signIn(page, "reviewer");
  await openCase(page, url);
  await expect(page.getByText("补正通知不够清楚").first()).toBeVisible();
  await page.getByLabel("意见").fill("已致电说明，今后写明材料和页码");
  await act(page, "完成回访", "已回访");
  await signIn(page, "operator");
  await page.goto(url);
  await expect(page.getByText("部门回访：已致电说明，今后写明材料和页码")).toBeVisible();
});

/** In English on a phone and by keyboard: two stars and why; what was typed survives a reload. */
async function rateBadly(page: Page, url: string): Promise<void> {
  await inEnglishOnAPhone(page, async () => {
    await page.goto(url);
    await page.waitForLoadState("networkidle");
    await tabTo(page.getByLabel("5 stars"));
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
    await expect(page.getByLabel("2 stars")).toBeChecked();
    await typeInto(page.getByLabel("Comment"), "补正通知不够清楚");
    await page.reload();
    await expect(page.getByLabel("2 stars")).toBeChecked();
    await expect(page.getByLabel("Comment")).toHaveValue("补正通知不够清楚");
    await expectSound(page);
    await enter(page.getByRole("button", { name: "Send the rating" }));
    await expect(page.getByText("Thank you: 2 stars.")).toBeVisible();
    await expectSound(page);
  });
}

async function apply(page: Page): Promise<string> {
  await page.goto("/firm/matches/zone-mfg-003");
  await expectSound(page);
  await page.getByRole("button", { name: "一键申报" }).click();
  await expect(page).toHaveURL(/\/firm\/drafts\//);
  await page.locator("#techRenovationEquipment").fill("350万");
  await page.locator('[name="zeroLandExpansion"][value="false"]').check();
  await page.locator("#fixedAssetInvestment").fill("8,000,000");
  await page.locator('[name="statisticsOnlineReported"][value="true"]').check();
  await page.locator("#facts").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("#facts").getByText("已完成")).toBeVisible();
  await expectSound(page);
  for (const material of ["技改备案", "设备发票与付款凭证", "设备清单"]) {
    await page.getByLabel(`选择${material}的文件`).setInputFiles({ name: `${material}.pdf`, ...pdf });
    await page.getByRole("button", { name: `上传 ${material}` }).click();
    await expect(page.getByRole("link", { name: `${material}.pdf` })).toBeVisible();
  }
  const account = page.locator("#account");
  if (await account.getByText("更换账户").isVisible()) await account.getByText("更换账户").click();
  await account.getByLabel("户名").fill(firm);
  await account.getByLabel("开户银行").fill("示例银行马鞍山分行");
  await account.getByLabel("账号").fill("3405 0000 1234 5678");
  await account.getByRole("button", { name: "保存" }).click();
  await expect(account.getByText("5678")).toBeVisible();
  await page.locator("#pledge input[type=checkbox]").check();
  await page.locator("#pledge").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("#pledge").getByText("已完成")).toBeVisible();
  await page.getByRole("link", { name: "核对并提交" }).first().click();
  await expect(page.getByText(`${sum} 元`)).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText("申报已提交")).toBeVisible();
  await expectSound(page);
  return new URL(page.url()).pathname.replace(/\/done$/, "");
}
