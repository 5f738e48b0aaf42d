import { expect, test, type Browser, type Page } from "@playwright/test";
import { makeCreditCode } from "../app/features/enterprises/domain/credit-code";
import { beginDraft, newFirm } from "./fixtures/firms";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const password = "a-long-enough-phrase";

/** A visitor beside the one who is signed in. */
async function visitor(browser: Browser, page: Page): Promise<Page> {
  return (await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "zh-CN" })).newPage();
}

async function fillPerson(page: Page, name: string, loginName: string): Promise<void> {
  await page.locator("#displayName").fill(name);
  await page.locator("#loginName").fill(loginName);
  await page.locator("#password").fill(password);
}

/** Waits until the worker has told the person of something, and opens it. */
async function openNotice(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto("/notices");
    await expect(page.getByRole("heading", { name: title })).toHaveCount(1, { timeout: 300 });
  }).toPass();
  await page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title }) })
    .getByRole("button", { name: /^查看|打开/ })
    .first()
    .click();
}

test("many firms at once: a broken file is refused whole with row and reason, a good one is reported first", async ({
  page,
}) => {
  const serial = 70_000_000 + (Date.now() % 1_000_000);
  const header = "统一社会信用代码,企业名称,组织形式,region,industry,从业人数";
  const row = (index: number, employees = "120") =>
    `${makeCreditCode("340503", serial + index)},示例批量${index}号有限公司,有限责任公司,340503,C3421,${employees}`;
  const send = async (name: string, content: string | Buffer) => {
    await page.goto("/admin/import");
    await page.locator("#file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: "检查" }).click();
  };
  await signIn(page, "admin");
  await send("企业.csv", [header, row(1), row(2, "许多"), row(1)].join("\n"));
  await expect(page.getByText("发现 2 处问题，未导入任何内容")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "从业人数" })).toContainText("3");
  await expect(page.getByRole("row").filter({ hasText: "代码在文件中重复" })).toContainText("4");
  await expect(page.getByRole("button", { name: "确认导入" })).toHaveCount(0);
  await expectSound(page);
  await send("企业.xlsx", Buffer.from("MZ\u0000 no spreadsheet"));
  await expect(page.locator("#file-error")).toContainText("文件无法读取");
  await send("企业.csv", `\uFEFF${[header, row(1), row(2)].join("\r\n")}`);
  await expect(page.getByText("共 2 行，新增 2 家，更新 0 家")).toBeVisible();
  await page.getByRole("button", { name: "确认导入" }).click();
  await expect(page.getByText("已导入 2 家企业")).toBeVisible();
});

test("a taken code starts a claim: the owner decides, the claimant sees nothing of the firm before", async ({
  page,
  browser,
}) => {
  const firm = await newFirm(page, "示例认领有限公司");
  const guest = await visitor(browser, page);
  await guest.goto("/register");
  await guest.locator("#creditCode").fill(firm.creditCode);
  await guest.locator("#name").fill("示例另一名称有限公司");
  await guest.locator("#legalForm").selectOption("company");
  await guest.locator("#region").selectOption("340503");
  await guest.locator("#industry").fill("C3421");
  await fillPerson(guest, "认领人", `${firm.loginName}-guest`);
  await guest.getByRole("button", { name: "注册并查看匹配结果" }).click();
  await expect(guest.getByText("这家企业已经登记").first()).toBeVisible();
  await expect(guest.getByText("示例认领有限公司")).toHaveCount(0);
  await expectSound(guest);
  await guest.locator("#statement").fill("财务主管，可电话核实");
  await guest.locator("#password").fill(password);
  await guest.getByRole("button", { name: "提交加入申请" }).click();
  await expect(guest.getByText(/申请已提交/).first()).toBeVisible();
  await guest.goto("/account");
  await expect(guest.getByText(firm.creditCode)).toBeVisible();
  await expect(guest.getByText("示例认领有限公司")).toHaveCount(0);

  await openNotice(page, "有人申请加入企业");
  await expect(page).toHaveURL(/\/firm\/members/);
  await page.getByRole("button", { name: "同意 认领人", exact: true }).click();
  await expect(page.getByText("没有待处理的加入申请")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "认领人" })).toBeVisible();
  await guest.goto("/firm");
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("示例认领有限公司");
  await guest.context().close();
});

test("an invitation lets in one person once; a revoked one nobody; a role can be changed", async ({
  page,
  browser,
}) => {
  const { loginName } = await newFirm(page, "示例邀请有限公司");
  const invite = async (note: string) => {
    await page.goto("/firm/members");
    await page.locator("#note").fill(note);
    await page.getByRole("button", { name: "生成邀请链接" }).click();
    return (await page.locator("code").innerText()).trim();
  };
  const [used, revoked] = [await invite("给会计"), await invite("发错了")];
  await page.getByRole("button", { name: "作废 发错了" }).click();
  await expect(page.getByText("发错了")).toHaveCount(0);
  const guest = await visitor(browser, page);
  await guest.goto(revoked);
  await expect(guest.getByRole("heading", { level: 1 })).not.toHaveText("加入企业");
  await expect(guest.locator("#loginName")).toHaveCount(0);
  await guest.goto(used);
  await expect(guest.getByText("您受邀以“经办人”身份加入 示例邀请有限公司")).toBeVisible();
  await expectSound(guest);
  await fillPerson(guest, "会计", `${loginName}-accountant`);
  await guest.getByRole("button", { name: "新建账号并加入" }).click();
  await expect(guest).toHaveURL(/\/firm$/);
  await guest.goto(used);
  await expect(guest.getByRole("button", { name: "接受邀请" })).toHaveCount(0);
  await expectSound(guest);
  await page.goto("/firm/members");
  await page.getByRole("row").filter({ hasText: "会计" }).getByRole("combobox").selectOption("viewer");
  await page.getByRole("button", { name: "保存身份 会计" }).click();
  await expect(page.getByRole("row").filter({ hasText: "会计" }).getByRole("combobox")).toHaveValue("viewer");
  expect((await guest.request.get("/firm/members")).status()).toBe(403);
  expect((await guest.request.get("/firm/matches")).status()).toBe(200);
  await guest.context().close();
});

test("firm and department write to each other; each is told once", async ({ page }) => {
  const text = `何时可以补交发票 ${Date.now()}`;
  await signIn(page, "reviewer");
  await page.goto("/desk?q=示例一号精密机床");
  const onDesk = await page.locator("a[data-row]").first().getAttribute("href");
  const url = (onDesk ?? "").replace("/desk/cases/", "/firm/applications/");
  await signIn(page, "operator");
  await page.goto(url);
  await page.getByRole("button", { name: "发送留言" }).click();
  await expect(page.locator("#message-error")).toBeVisible();
  await page.locator("#message").fill(text);
  await page.getByRole("button", { name: "发送留言" }).dblclick();
  await expect(page.locator("#messages").getByText(text)).toHaveCount(1);
  await expect(page.locator("#message")).toHaveValue("");
  await expect(page.getByText("对方未读")).toBeVisible();
  await expectSound(page);
  await signIn(page, "reviewer");
  await openNotice(page, "企业留言");
  await expect(page).toHaveURL(/\/desk\/cases\//);
  await expect(page.locator("#messages").getByText(text)).toBeVisible();
  await page.locator("#message").fill("本周五前上传即可");
  await page.getByRole("button", { name: "发送留言" }).click();
  await expect(page.locator("#messages").getByText("本周五前上传即可")).toBeVisible();
  await expectSound(page);
  await signIn(page, "operator");
  await openNotice(page, "部门留言");
  await expect(page.locator("#messages").getByText("本周五前上传即可")).toBeVisible();
  await expect(page.getByText("对方已读")).toBeVisible();
});

test("a draft keeps itself only when something changed, and is not thrown away unread", async ({ page, browser }) => {
  await newFirm(page, "示例放弃草稿有限公司");
  const id = await beginDraft(page, "zone-mfg-003");
  let saves = 0;
  page.on(
    "request",
    (request) => (saves += request.method() === "POST" && request.url().includes("/firm/drafts/") ? 1 : 0),
  );
  const field = page.locator("#fixedAssetInvestment");
  for (const place of [field, page.locator("#techRenovationEquipment"), field]) await place.focus();
  await page.locator("h1").click();
  await field.fill("800万");
  await field.blur();
  await expect(page.locator('[name="was:fixedAssetInvestment"]')).toHaveValue("8000000");
  await field.focus();
  await field.blur();
  expect(saves).toBe(1);

  await page.goto("/firm/apply/zone-mfg-003");
  const colleague = await (
    await browser.newContext({
      storageState: await page.context().storageState(),
      baseURL: new URL(page.url()).origin,
      locale: "zh-CN",
    })
  ).newPage();
  await colleague.goto(`/firm/drafts/${id}`, { waitUntil: "networkidle" });
  await colleague.locator("#fixedAssetInvestment").fill("900万");
  await colleague.locator("#facts").getByRole("button", { name: "保存" }).click();
  await expect(colleague.locator("#fixedAssetInvestment")).toHaveValue("9000000");
  const discard = async (where: Page) => {
    await where.getByText("放弃申报", { exact: true }).last().click();
    await where.getByRole("button", { name: "确认放弃申报" }).click();
  };
  await discard(page);
  await expect(page.getByText("这份草稿又有人保存过")).toBeVisible();
  await colleague.goto("/firm/apply/zone-mfg-003");
  await discard(colleague);
  await expect(colleague.getByText(/草稿「.*」已放弃/)).toBeVisible();
  await page.getByRole("button", { name: "确认放弃申报" }).click();
  await expect(page).toHaveURL(/\/firm\/applications\?draft=gone/);
  await expect(page.getByText("您没有再做任何改动")).toBeVisible();
  await expectSound(page);
  await colleague.context().close();
});
