import { expect, test, type Page } from "@playwright/test";
import { makeCreditCode } from "../app/features/enterprises/domain/credit-code";
import { beginDraft, completePatentDraft, newFirm, pdf } from "./fixtures/firms";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const item = "zone-patent-005";
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The last character by GB 32100-2015: weights 3^(i-1), modulo 31. */
function lastOf(first17: string): string {
  const sum = [...first17].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * Number(3n ** BigInt(index) % 31n),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
}

test("wrong credit codes are told apart, and what was typed stays", async ({ page }) => {
  const good = makeCreditCode("340503", 91_000_001);
  const otherBody = `${good.slice(0, 16)}${good[16] === "1" ? "2" : "1"}`;
  const wrong = [
    [good.slice(0, 17), "应为 18 位"],
    [`${good.slice(0, 10)}I${good.slice(11)}`, "不使用 I、O、Z、S、V"],
    [otherBody + lastOf(otherBody), "主体标识码"],
    [`${good.slice(0, 17)}${good[17] === "0" ? "1" : "0"}`, "与校验规则不符"],
  ] as const;
  await page.goto("/register");
  await page.locator("#name").fill("示例错码有限公司");
  for (const [code, said] of wrong) {
    await page.locator("#creditCode").fill(code);
    await page.getByRole("button", { name: "注册并查看匹配结果" }).click();
    await expect(page.locator("#creditCode-error")).toContainText(said);
    await expect(page.locator("#creditCode")).toHaveValue(code);
    await expect(page.locator("#name")).toHaveValue("示例错码有限公司");
  }
});

test("disguised, empty and oversized files are refused at their field; a real one is taken", async ({ page }) => {
  await newFirm(page, "示例坏文件有限公司");
  await beginDraft(page, item);
  const file = page.getByLabel("选择认证证书的文件");
  const send = () => page.getByRole("button", { name: "上传 认证证书" }).click();
  const wrong = [
    ["程序.pdf", Buffer.from("MZ\u0090\u0000 executable"), "只接受 PDF"],
    ["网页.pdf", Buffer.from("<html><script>alert(1)</script></html>"), "只接受 PDF"],
    ["证书.exe", pdf.buffer, "只接受 PDF"],
    ["空.pdf", Buffer.alloc(0), "文件是空的"],
  ] as const;
  for (const [name, buffer, said] of wrong) {
    await file.setInputFiles({ name, mimeType: "application/pdf", buffer });
    await send();
    await expect(page.locator("#file-0-error")).toContainText(said);
    await expect(page.getByRole("alert").first()).toContainText(said);
  }
  await expectSound(page);
  const big = {
    name: "太大.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.concat([pdf.buffer, Buffer.alloc(25 * 1024 * 1024)]),
  };
  await file.setInputFiles(big);
  expect(await file.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain("20 MB");
  await file.evaluate((input: HTMLInputElement) => input.removeAttribute("required"));
  const answer = await page.request.post(`${page.url().split("?")[0]}`, {
    multipart: { intent: "attach", name: "认证证书", file: big },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(413);
  await file.setInputFiles({ name: "证书.pdf", ...pdf });
  await send();
  await expect(page.getByRole("link", { name: "证书.pdf" })).toBeVisible();
  await expect(page.locator("#materials").getByText("已上传")).toHaveCount(1);
});

test("sent twice it is one application; the back button finds it submitted", async ({ page }) => {
  await newFirm(page, "示例重复提交有限公司");
  const id = await beginDraft(page, item);
  await completePatentDraft(page);
  await page.getByRole("link", { name: "核对并提交" }).first().click();
  const key = await page.locator("[name=idempotencyKey]").inputValue();
  await page.getByRole("button", { name: "确认提交" }).dblclick();
  await expect(page.getByRole("heading", { name: "申报已提交" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const number = await page.getByText(/^HQT-\d{4}-\d{6}-[\dX]$/).innerText();
  await expectSound(page);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/firm/applications/${id}`));
  await expect(page.getByText(number)).toBeVisible();
  const again = await page.request.post(`/firm/drafts/${id}/check`, {
    form: { idempotencyKey: key },
    headers: { Origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(again.status()).toBe(302);
  await page.goto("/firm/applications");
  await expect(page.getByRole("row").filter({ hasText: "HQT-" })).toHaveCount(1);
  await page.goto(`/firm/matches/${item}`);
  await expect(page.getByText("不能重复享受")).toBeVisible();
  await expect(page.getByRole("button", { name: "一键申报" })).toHaveCount(0);
  await expectSound(page);
  await page.getByRole("link", { name: number }).click();
  await expect(page).toHaveURL(new RegExp(`/firm/applications/${id}$`));
});

test("a session that ends in mid-form leads back to the draft, with what was typed", async ({ page }) => {
  const firm = await newFirm(page, "示例会话过期有限公司");
  const id = await beginDraft(page, "zone-mfg-003");
  await page.locator("#techRenovationEquipment").fill("350万");
  await page.locator("#techRenovationEquipment").blur();
  await expect(page.locator('[name="was:techRenovationEquipment"]')).toHaveValue("3500000");
  await page.context().clearCookies();
  await page.locator("#fixedAssetInvestment").fill("800万");
  await page.locator("#fixedAssetInvestment").blur();
  await expect(page).toHaveURL(/\/sign-in\?back=/);
  await page.locator("#loginName").fill(firm.loginName);
  await page.locator("#password").fill(firm.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/firm/drafts/${id}`));
  await expect(page.locator("#techRenovationEquipment")).toHaveValue("350万");
  await expect(page.locator("#fixedAssetInvestment")).toHaveValue("800万");
  await page.locator("#facts").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("#fixedAssetInvestment")).toHaveValue("8000000");
});

test("two browsers on one draft: different fields are both kept, the same field is said to both", async ({
  page,
  browser,
}) => {
  await newFirm(page, "示例两处编辑有限公司");
  const id = await beginDraft(page, "zone-mfg-003");
  const other = await (
    await browser.newContext({
      storageState: await page.context().storageState(),
      baseURL: new URL(page.url()).origin,
      locale: "zh-CN",
    })
  ).newPage();
  await other.goto(`/firm/drafts/${id}`, { waitUntil: "networkidle" });
  const save = async (where: Page) => where.locator("#facts").getByRole("button", { name: "保存" }).click();
  await page.locator("#techRenovationEquipment").fill("300万");
  await save(page);
  await expect(page.locator("#techRenovationEquipment")).toHaveValue("3000000");
  await other.locator("#fixedAssetInvestment").fill("800万");
  await save(other);
  await expect(other.locator("#techRenovationEquipment")).toHaveValue("3000000");
  await expect(other.locator("#fixedAssetInvestment")).toHaveValue("8000000");
  await page.locator("#fixedAssetInvestment").fill("700万");
  await save(page);
  await expect(page.getByText("别处改为“8000000”，您填的是“700万”")).toBeVisible();
  await expect(page.locator("#fixedAssetInvestment")).toHaveValue("700万");
  await expectSound(page);
  await save(page);
  await expect(page.locator("#fixedAssetInvestment")).toHaveValue("7000000");
  await other.context().close();
});

test("another firm's addresses are not found and tell nothing", async ({ page }) => {
  const owner = await newFirm(page, "示例甲方保密有限公司");
  const id = await beginDraft(page, item);
  await page.getByLabel("选择认证证书的文件").setInputFiles({ name: "甲方证书.pdf", ...pdf });
  await page.getByRole("button", { name: "上传 认证证书" }).click();
  const file = await page.getByRole("link", { name: "甲方证书.pdf" }).getAttribute("href");
  await newFirm(page, "示例乙方有限公司");
  const { origin } = new URL(page.url());
  const places = [
    `/firm/drafts/${id}`,
    `/firm/drafts/${id}/check`,
    `/firm/applications/${id}`,
    `/firm/applications/${id}/done`,
    file ?? "",
    `/firm/drafts/no-such-draft`,
    `/firm/applications/no-such-case`,
  ];
  for (const place of places) {
    const answer = await page.request.get(place);
    expect([place, answer.status()]).toEqual([place, 404]);
    expect(await answer.text()).not.toMatch(/甲方|zone-patent/);
  }
  expect((await page.request.get(`/desk/cases/${id}`)).status()).toBe(403);
  const writes = [
    [`/firm/drafts/${id}`, { intent: "pledge", pledge: "1" }],
    [`/firm/applications/${id}`, { intent: "withdraw", confirmed: "1", version: "1", idempotencyKey: "x" }],
    [`/firm/applications/${id}`, { intent: "message", message: "你好", idempotencyKey: "y" }],
  ] as const;
  for (const [place, form] of writes)
    expect([place, (await page.request.post(place, { form, headers: { Origin: origin } })).status()]).toEqual([
      place,
      404,
    ]);
  await page.goto(`/firm/drafts/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这份申报");
  await expectSound(page);
  await page.request.post(`/firm/apply/${item}`, { form: { intent: "discard", id }, headers: { Origin: origin } });
  await signIn(page, "operator");
  expect((await page.request.get(`/firm/applications/${id}`)).status()).toBe(404);
  await signIn(page, owner.loginName, owner.password);
  expect((await page.request.get(`/firm/drafts/${id}`)).status()).toBe(200);
});
