import { expect, test, type Page } from "@playwright/test";
import { makeCreditCode } from "../app/features/enterprises/domain/credit-code";
import { approveList, courseOf, ownCase, passPublicity, reloadUntil, sendList } from "./fixtures/cases";
import { newFirm } from "./fixtures/firms";
import { choose, enter, tabTo, typeInto } from "./fixtures/keyboard";
import { yearNow } from "./fixtures/clock";
import { budgetOf, disbursed, expectDue, paymentRow, releaseAndPay } from "./fixtures/money";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

/** 「入选省工业互联网服务商资源池」: 20 万元, paid without an application. */
const item = "演示·入选省工业互联网服务商资源池奖励";
const document = "演示区工业互联网支持办法（虚构）";
const sum = "200,000.00";
const firstFirm = "示例一号精密机床有限公司";

test("apply-free: a list, credit, publicity, one click; who declines leaves the money to others", async ({ page }) => {
  const other = await newFirm(page, "示例谢绝有限公司");
  const bad = await newFirm(page, "示例失信有限公司");
  await page.goto("/firm/profile/conduct?all=1");
  await page.locator('[name="dishonestListed"][value="true"]').check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page).toHaveURL(/\/firm\/profile$/);
  const budget = { document, year: await yearNow(page) };
  const before = { paid: await disbursed(page), left: (await budgetOf(page, budget)).available };

  await sendList(page, item, [
    { creditCode: makeCreditCode("340503", 34_050_000), yuan: "200000" },
    { creditCode: other.creditCode, yuan: "200000" },
    { creditCode: bad.creditCode, yuan: "200000" },
  ]);
  await expect(page.getByRole("row").filter({ hasText: "示例失信" })).toContainText("严重失信");
  await expect(page.getByText("须由另一人复核")).toBeVisible();
  await expectSound(page);
  await approveList(page, 2, { forgetful: true });
  expect(before.left - (await budgetOf(page, budget)).available, "reserved for two firms").toBe(40_000_000n);

  await page.goto("/publicity");
  for (const firm of [firstFirm, "示例谢绝有限公司"]) await expect(paymentRow(page, firm, item)).toContainText(sum);
  await expect(page.getByRole("row").filter({ hasText: "示例失信" })).toHaveCount(0);
  await signIn(page, "owner");
  const own = await ownCase(page, item);
  await passPublicity(page);
  await signIn(page, "owner");
  await reloadUntil(page, own, `企业可得 ${sum} 元`);
  await expectSound(page);
  await enter(page.getByRole("button", { name: "确认账户并领取" }));
  await expect(courseOf(page).getByText("企业已确认账户")).toBeVisible();

  const beforeDeclining = (await budgetOf(page, budget)).available;
  await signIn(page, other.loginName, other.password);
  await ownCase(page, item);
  await page.getByText("放弃", { exact: true }).first().click();
  await page.getByRole("button", { name: "放弃", exact: true }).click();
  await expect(courseOf(page).getByText("企业放弃")).toBeVisible();
  expect((await budgetOf(page, budget)).available - beforeDeclining, "what was declined is free again").toBe(
    20_000_000n,
  );

  await expectDue(page, firstFirm, item);
  await expect(paymentRow(page, "示例谢绝有限公司", item)).toHaveCount(0);
  await expect(paymentRow(page, firstFirm, item)).toContainText(sum);
  await releaseAndPay(page, await makeBatchByKeyboard(page));
  expect((await disbursed(page)) - before.paid).toBe(20_000_000n);
});

/** An officer makes a batch of the first firm's payment without a mouse: what is not wanted is unticked, account and note are given. */
async function makeBatchByKeyboard(page: Page): Promise<string> {
  const wanted = paymentRow(page, firstFirm, item).getByRole("checkbox");
  for (const box of await page.locator("input[name=payment]").all()) {
    if (
      (await box.isChecked()) === (await box.evaluate((element, own) => element === own, await wanted.elementHandle()))
    )
      continue;
    await tabTo(box);
    await page.keyboard.press("Space");
  }
  await expect(page.locator("[data-chosen]")).toHaveAttribute("data-chosen", "1");
  await choose(page.getByLabel("付款账户"), "国库");
  await typeInto(page.getByLabel("说明"), "免申即享");
  await enter(page.getByRole("button", { name: "制成批次" }));
  await expect(page).toHaveURL(/\/finance\/batches\//);
  await expect(page.getByText(/国库 · \d{4}-\d\d-\d\d · 免申即享$/)).toBeVisible();
  return page.url();
}
