import { expect, test, type Page } from "@playwright/test";
import { debitCreditXml } from "../app/features/treasury/testing/bank-files";
import { act, approveList, courseOf, openCase, ownCase, passPublicity, reloadUntil, sendList } from "./fixtures/cases";
import { yearNow } from "./fixtures/clock";
import { newFirm } from "./fixtures/firms";
import { enter, inEnglishOnAPhone, typeInto } from "./fixtures/keyboard";
import { linkIn, mailTo } from "./fixtures/mails";
import { budgetOf, disbursed, expectDue, makeBatch, paymentRow, releaseAndPay } from "./fixtures/money";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

/** 省级试点示范 30 万元, 入选省资源池 20 万元: both paid without an application. */
const pilot = "演示·省级工业互联网试点示范奖励";
const pilotInEnglish = "Demo: reward for provincial industrial internet pilot demonstrations";
const provider = "演示·入选省工业互联网服务商资源池奖励";
const document = "演示区工业互联网支持办法（虚构）";
const name = "示例试点有限公司";
const objector = "objector@example.com";

test("an objection stops the payment until somebody else has answered; what was paid wrongly comes back", async ({
  page,
}) => {
  const firm = await newFirm(page, name);
  const asFirm = () => signIn(page, firm.loginName, firm.password);
  const before = await disbursed(page);
  const budget = { document, year: await yearNow(page) };
  for (const [item, yuan] of [
    [pilot, "300000"],
    [provider, "200000"],
  ] as const) {
    await sendList(page, item, [{ creditCode: firm.creditCode, yuan }]);
    await approveList(page, 1);
  }
  const answer = await object(page);
  await asFirm();
  const second = await ownCase(page, provider);
  const first = await ownCase(page, pilot);
  await passPublicity(page);
  await asFirm();
  await reloadUntil(page, second, "企业可得 200,000.00 元");
  await page.goto(first);
  await expect(page.getByText("处理完毕前不会拨付")).toBeVisible();
  await expect(page.getByRole("button", { name: "确认账户并领取" })).toHaveCount(0);
  await expectSound(page);

  for (const involved of ["reviewer", "approver"]) {
    await signIn(page, involved);
    await page.goto(first.replace("/firm/applications/", "/desk/cases/"));
    await expect(page.getByText("须由没有参与原决定的人员调查和答复")).toBeVisible();
    await expect(page.getByRole("button", { name: "异议不成立" })).toHaveCount(0);
  }
  await signIn(page, "head");
  await openCase(page, first);
  await expect(page.getByText("企业不在试点名单内").first()).toBeVisible();
  await page.getByLabel("意见").fill("已核对省厅公布的名单，企业在列");
  await act(page, "异议不成立", "异议已处理");
  await page.context().clearCookies();
  await page.goto(answer);
  await expect(page.getByText("已核对省厅公布的名单，企业在列")).toBeVisible();
  await expect(page.getByText("答复会显示在这里")).toHaveCount(0);

  await asFirm();
  await reloadUntil(page, first, "企业可得 300,000.00 元");
  await typeInto(page.getByLabel("户名"), name);
  await typeInto(page.getByLabel("开户银行"), "示例银行马鞍山分行");
  await typeInto(page.getByLabel("账号"), "3405 0000 6666 7777");
  await enter(page.getByRole("button", { name: "确认账户并领取" }));
  await expect(courseOf(page).getByText("企业已确认账户")).toBeVisible();
  await expectDue(page, name, pilot);
  await releaseAndPay(page, await makeBatch(page, name, pilot));
  expect((await disbursed(page)) - before).toBe(30_000_000n);

  const paid = await budgetOf(page, budget);
  await demand(page, first, { kind: "差错（只追回）", yuan: "120000", reason: "重复计算一个项目" });
  expect(await budgetOf(page, budget), "still with the firm, but to come back").toEqual({
    ...paid,
    owed: paid.owed + 12_000_000n,
  });
  expect((await disbursed(page)) - before).toBe(30_000_000n);
  await asFirm();
  await page.goto(first);
  await expect(page.getByText("需要退回 120,000.00 元")).toBeVisible();
  await expect(page.getByText("重复计算一个项目").first()).toBeVisible();
  await expectSound(page);
  await page.goto(second);
  await page.getByRole("button", { name: "确认账户并领取" }).click();
  await expect(courseOf(page).getByText("企业已确认账户")).toBeVisible();
  await expectDue(page, name, provider);
  await expect(paymentRow(page, name, provider)).toContainText("80,000.00");
  await expect(paymentRow(page, name, provider)).toContainText("已抵扣 120,000.00 元");
  await releaseAndPay(page, await makeBatch(page, name, provider));
  await asFirm();
  await reloadUntil(page, first, "资金已追回");
  expect((await disbursed(page)) - before, "30 + 20 − 12 万元").toBe(38_000_000n);

  await demand(page, second, { kind: "弄虚作假（追回并限制三年）", yuan: "", reason: "入选文件系伪造" });
  await asFirm();
  await page.goto(second);
  await expect(page.getByText("企业处于限制期内")).toBeVisible();
  await expect(page.getByText("需要退回 200,000.00 元")).toBeVisible();
  const reference = await page.locator("[data-reference]").innerText();
  await expectSound(page);
  const demanded = await budgetOf(page, budget);
  await page.goto("/finance/bank");
  await page.locator("#file").setInputFiles({
    name: "credit.xml",
    mimeType: "application/xml",
    buffer: Buffer.from(debitCreditXml("E2E-REPAID", [{ reference, fen: 20_000_000n, side: "CRDT" }])),
  });
  await page.getByRole("button", { name: "接收" }).click();
  await expect(page.getByText("收回应退资金 1", { exact: true })).toBeVisible();
  await asFirm();
  await reloadUntil(page, second, "资金已追回");
  await expect(page.getByText("企业处于限制期内")).toBeVisible();
  expect((await disbursed(page)) - before, "18 万元 are left with the firm").toBe(18_000_000n);
  expect(await budgetOf(page, budget)).toEqual({
    owed: demanded.owed - 20_000_000n,
    available: demanded.available + 20_000_000n,
  });
});

/**
 * Somebody who has not signed in objects, in English on a phone and by keyboard; what was typed survives a reload. It
 * counts once the link in the mail is confirmed. The address of the answer is given.
 */
async function object(page: Page): Promise<string> {
  await page.context().clearCookies();
  await inEnglishOnAPhone(page, async () => {
    await page.goto("/publicity");
    await enter(paymentRow(page, name, pilotInEnglish).getByRole("link", { name: "Object" }), 400);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raise an objection");
    await page.waitForLoadState("networkidle");
    await typeInto(page.getByLabel("Name or organisation"), "某企业");
    await typeInto(page.getByLabel("Contact"), "0555-0000000");
    await typeInto(page.getByLabel("E-mail"), objector);
    await typeInto(page.getByLabel("Objection"), "企业不在试点名单内");
    await page.reload();
    await expect(page.getByLabel("Objection")).toHaveValue("企业不在试点名单内");
    await expectSound(page);
    await enter(page.getByRole("button", { name: "Send the link" }));
    await expect(page.getByText("counts for nothing")).toBeVisible();
    await expectSound(page);
    await page.goto(linkIn(await mailTo(objector, "/objections/confirm")));
    await expect(page.getByText("企业不在试点名单内")).toBeVisible();
    await expectSound(page);
    await enter(page.getByRole("button", { name: "Confirm the objection" }));
    await expect(page.getByText("Waits to be admitted")).toBeVisible();
    await expectSound(page);
  });
  await page.reload();
  await expect(page.getByText("等待受理")).toBeVisible();
  return page.url();
}

/** One official asks for money back, another confirms. */
async function demand(
  page: Page,
  url: string,
  { kind, yuan, reason }: { kind: string; yuan: string; reason: string },
): Promise<void> {
  const desk = url.replace("/firm/applications/", "/desk/cases/");
  await signIn(page, "reviewer");
  await page.goto(desk);
  await page.getByText("提出追回").first().click();
  await page.getByLabel(kind).check();
  await page.getByLabel("追回金额（元）").fill(yuan);
  await page.getByLabel("追回理由").fill(reason);
  await act(page, "提出追回", "提出追回");
  await expect(page.getByRole("button", { name: "确认追回" })).toHaveCount(0);
  await signIn(page, "approver");
  await page.goto(desk);
  await expectSound(page);
  await act(page, "确认追回", "决定追回");
}
