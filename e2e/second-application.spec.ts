import { expect, test, type Page } from "@playwright/test";
import { act, courseOf, openCase, passPublicity } from "./fixtures/cases";
import { beginDraft, giveAccountAndPledge, newFirm, pledge, saveFacts, submit } from "./fixtures/firms";
import { disbursed, expectDue, makeBatch, paymentRow, releaseAndPay } from "./fixtures/money";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const name = "示例再次申报有限公司";

test("a firm applies a second time with the account it gave the first time, and is paid; what is had once a year it has once", async ({
  page,
}) => {
  const firm = await newFirm(page, name);
  const before = await disbursed(page);

  await signIn(page, firm.loginName, firm.password);
  await beginDraft(page, "zone-startup-003");
  await page.locator("#startupBaseKind").selectOption("graduateBase");
  await page.locator("#startupBaseTenantYear").fill("1");
  await page.locator("#baseUtilityFee").fill("3万");
  await saveFacts(page);
  await giveAccountAndPledge(page, name);
  /** 水电费补贴 40 % of 30,000. */
  const first = await submit(page, "12,000.00");
  await approve(page, first);
  await signIn(page, firm.loginName, firm.password);
  await page.goto(first);
  await passPublicity(page);
  await pay(page, "演示·大学生创业基地水电补贴");

  await signIn(page, firm.loginName, firm.password);
  await beginDraft(page, "zone-startup-006");
  await page.locator("#incubatorRole").selectOption("operator");
  await page.locator("#hostedStartups").fill("2");
  await saveFacts(page);
  await expect(page.locator("#account")).toContainText("已完成");
  await expect(page.locator("#account")).toContainText("4321");
  await expectSound(page);
  await pledge(page);
  /** 每吸纳 1 户补助 3000 元: two are 6,000. */
  const second = await submit(page, "6,000.00");
  await page.goto(second);
  await expect(page.getByText("4321").first()).toBeVisible();
  await approve(page, second);
  await pay(page, "演示·创业园创业服务补助");
  expect((await disbursed(page)) - before).toBe(1_800_000n);

  await signIn(page, firm.loginName, firm.password);
  for (const url of [first, second]) {
    await page.goto(url);
    await expect(courseOf(page).getByText("资金已拨付")).toBeVisible();
  }
  await page.goto("/firm/matches/zone-startup-003");
  await expect(page.getByText("不能重复享受")).toBeVisible();
  await expect(page.getByRole("button", { name: "一键申报" })).toHaveCount(0);
  await expectSound(page);
});

/** Two people of the office, who see the account that is paid to. */
async function approve(page: Page, url: string): Promise<void> {
  await signIn(page, "staffing");
  await openCase(page, url);
  await expect(page.getByText("4321").first()).toBeVisible();
  await act(page, "建议支持", "部门初审通过");
  await signIn(page, "staffing2");
  await openCase(page, url);
  await act(page, "批准", "部门审批通过");
}

async function pay(page: Page, item: string): Promise<void> {
  await expectDue(page, name, item);
  await expect(paymentRow(page, name, item)).toHaveCount(1);
  await releaseAndPay(page, await makeBatch(page, name, item));
}
