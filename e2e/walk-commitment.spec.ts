import { expect, test, type Page } from "@playwright/test";
import { act, courseOf, openCase, passPublicity, reloadUntil } from "./fixtures/cases";
import { beginDraft, giveAccountAndPledge, newFirm, saveFacts, submit } from "./fixtures/firms";
import { choose, enter, inEnglishOnAPhone, tabTo, typeInto } from "./fixtures/keyboard";
import {
  disbursed,
  expectDue,
  makeBatch,
  paymentRow,
  releaseAndPay,
  proposeOrder,
  releaseOrder,
} from "./fixtures/money";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

test("fast-track: a commitment in place of materials, three steps, three working days, checked afterwards", async ({
  page,
}) => {
  const name = "示例创业园有限公司";
  /** 每吸纳 1 户补助 3000 元: four firms are 12,000. */
  const item = "演示·创业园创业服务补助";
  const firm = await newFirm(page, name);
  const before = await disbursed(page);
  await signIn(page, firm.loginName, firm.password);
  await beginDraft(page, "zone-startup-006");
  await page.locator("#incubatorRole").selectOption("operator");
  await page.locator("#hostedStartups").fill("4");
  await saveFacts(page);
  await expect(page.locator("#materials")).toContainText("以承诺代替下列材料");
  await expect(page.locator("#materials").getByRole("listitem")).toHaveText(["入驻企业名册", "就业证明"]);
  await expect(page.locator("input[type=file]")).toHaveCount(0);
  await expect(page.locator("section#pledge")).toContainText("入驻企业名册、就业证明所证明的情况属实");
  await giveAccountAndPledge(page, name);
  const url = await submit(page, "12,000.00");
  await expect(page.getByText("自受理次日起 3 个工作日内")).toBeVisible();
  await expect(page.getByRole("main").locator("ol > li")).toHaveText([
    /人力资源.*审核并审批，2 个工作日内/,
    /核对预算/,
    /拨付到您的账户，1 个工作日内/,
  ]);
  await expect(page.getByText("拨付后 20 个工作日内，部门核查您承诺的内容")).toBeVisible();
  await expectSound(page);

  await signIn(page, "staffing");
  await openCase(page, url);
  await expect(page.getByText("企业承诺，拨付后核查")).toHaveCount(2);
  await act(page, "建议支持", "部门初审通过");
  await signIn(page, "staffing2");
  await openCase(page, url);
  await act(page, "批准", "部门审批通过");
  await expectDue(page, name, item);
  await expect(paymentRow(page, name, item)).toContainText("12,000.00");
  await releaseAndPay(page, await makeBatch(page, name, item));
  expect((await disbursed(page)) - before).toBe(1_200_000n);

  await signIn(page, "staffing");
  await openCase(page, url);
  await page.getByLabel("意见").fill("名册与社保记录相符");
  await act(page, "核查通过", "事后核查通过");
  await expectSound(page);
  await signIn(page, firm.loginName, firm.password);
  await page.goto(url);
  await expect(courseOf(page).getByText("事后核查通过")).toBeVisible();
});

test("without a mouse: a firm applies, is refused, and asks for reconsideration in English on a phone", async ({
  page,
}) => {
  const name = "示例键盘创业园有限公司";
  const firm = await newFirm(page, name);
  await beginDraft(page, "zone-startup-006");
  await choose(page.locator("#incubatorRole"), "运营方");
  await typeInto(page.locator("#hostedStartups"), "5");
  await enter(page.locator("#facts").getByRole("button", { name: "保存" }));
  await expect(page.locator("#facts").getByText("已完成")).toBeVisible();
  const account = page.locator("#account");
  await typeInto(account.getByLabel("户名"), name);
  await typeInto(account.getByLabel("开户银行"), "示例银行");
  await typeInto(account.getByLabel("账号"), "3405 0000 8765 9999");
  await page.keyboard.press("Enter");
  await expect(account.getByText("9999")).toBeVisible();
  await tabTo(page.locator("#pledge input[type=checkbox]"));
  await page.keyboard.press("Space");
  await enter(page.locator("#pledge").getByRole("button", { name: "保存" }));
  await expect(page.locator("#pledge").getByText("已完成")).toBeVisible();
  await enter(page.getByRole("link", { name: "核对并提交" }).first());
  await expect(page.getByText("15,000.00 元")).toBeVisible();
  await enter(page.getByRole("button", { name: "确认提交" }));
  await expect(page.getByText("申报已提交")).toBeVisible();
  const url = new URL(page.url()).pathname.replace(/\/done$/, "");

  for (const [person, step, told] of [
    ["staffing", "建议不予支持", "部门初审建议不予支持"],
    ["staffing2", "不予支持", "部门决定不予支持"],
  ] as const) {
    await signIn(page, person);
    await openCase(page, url);
    if (person === "staffing") await page.getByLabel("意见").fill("名册中的企业未在园内经营");
    else await expect(page.getByLabel("不予支持的理由")).toHaveValue("名册中的企业未在园内经营");
    await act(page, step, told);
  }
  await signIn(page, firm.loginName, firm.password);
  await inEnglishOnAPhone(page, async () => {
    await page.goto(url);
    await expect(page.getByText("名册中的企业未在园内经营").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    await typeInto(page.getByLabel("Grounds"), "五户均有园区租赁合同和水电票据");
    await page.reload();
    await expect(page.getByLabel("Grounds")).toHaveValue("五户均有园区租赁合同和水电票据");
    await expectSound(page);
    await enter(page.getByRole("button", { name: "Ask for reconsideration" }));
    await expect(page.getByRole("button", { name: "Ask for reconsideration" })).toHaveCount(0);
    await expectSound(page);
  });
  await page.reload();
  await expect(courseOf(page).getByText("企业申请复核")).toBeVisible();
  await signIn(page, "staffing2");
  await page.goto(url.replace("/firm/applications/", "/desk/cases/"));
  await expect(page.getByText("五户均有园区租赁合同和水电票据").first()).toBeVisible();
  await expect(page.getByText("须由没有参与原决定的人员调查和答复")).toBeVisible();
  await expect(page.getByRole("button", { name: "维持原决定" })).toHaveCount(0);
});

test("a budget that is not there: the case waits, says so, and goes on when the treasury adds money", async ({
  page,
}) => {
  const name = "示例小微有限公司";
  const item = "演示·小微企业吸纳毕业生社保补贴";
  /** 按实缴单位部分五险补贴: all of 18,600. */
  const sum = "18,600.00";
  const firm = await newFirm(page, name);
  await page.goto("/firm/profile/scale?all=1");
  await page.locator("#employees").fill("40");
  await page.locator("#annualRevenue").fill("800万");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page).toHaveURL(/\/firm\/profile$/);
  const before = await disbursed(page);
  await signIn(page, firm.loginName, firm.password);
  await beginDraft(page, "zone-grad-001");
  await page.locator("#deedName").fill("2026年上半年招用毕业生");
  await page.locator("#deedNumber").fill("2026-01至2026-06");
  await page.locator("#recentGraduateHires").fill("2");
  await page.locator("#graduateSocialInsurancePaid").fill("18600");
  await saveFacts(page);
  await giveAccountAndPledge(page, name);
  const url = await submit(page, sum);

  await signIn(page, "staffing");
  await openCase(page, url);
  await act(page, "建议支持", "部门初审通过");
  await signIn(page, "staffing2");
  await openCase(page, url);
  await act(page, "批准", "部门审批通过");
  await expect(page.getByText("预算尚未落实")).toBeVisible();
  await expectSound(page);
  await signIn(page, firm.loginName, firm.password);
  await page.goto(url);
  await expect(page.getByText(`您的 ${sum} 元已经批准，本年度预算暂时不足`)).toBeVisible();
  await passPublicity(page);
  await signIn(page, firm.loginName, firm.password);
  await reloadUntil(page, url, "等待预算安排");
  await expectSound(page);

  await signIn(page, "finance");
  await page.goto("/finance/payments");
  await expect(paymentRow(page, name, item)).toHaveCount(0);
  const waiting = page
    .getByRole("table", { name: "等待预算的申报" })
    .getByRole("row")
    .filter({ hasText: "演示区毕业生就业支持办法（虚构）" });
  await expect(async () => {
    await page.goto("/finance");
    await expect(waiting).toContainText(sum, { timeout: 500 });
  }).toPass();
  await expectSound(page);
  await grant(page, "18599.99");
  await signIn(page, "finance");
  await page.goto("/finance");
  await expect(waiting).toContainText(sum);
  await grant(page, "0.01");
  await expect(page.getByText("已为 1 件等待预算的申报落实资金")).toBeVisible();
  await expectDue(page, name, item);
  await releaseAndPay(page, await makeBatch(page, name, item));
  await signIn(page, firm.loginName, firm.password);
  await page.goto(url);
  await expect(page.getByText("本年度预算暂时不足")).toHaveCount(0);
  await expect(courseOf(page).getByText("资金已拨付")).toBeVisible();
  expect((await disbursed(page)) - before).toBe(1_860_000n);
});

/** One officer proposes, another releases, and the first looks on. */
async function grant(page: Page, yuan: string): Promise<void> {
  await page.getByLabel("政策文件", { exact: true }).selectOption({ label: "演示区毕业生就业支持办法（虚构）" });
  await releaseOrder(page, await proposeOrder(page, yuan));
}
