import { expect, test } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const address = "/validity/documents/zone-presumed";

test("an author says that a document is in force, a second one signs, and a firm may apply for its item", async ({
  page,
}) => {
  await signIn(page, "operator");
  await page.goto("/policies/zone-presumed-001");
  await expect(page.getByText("效力待核实").first()).toBeVisible();

  await signIn(page, "author");
  await page.goto("/validity?work=presumedEnded");
  await page.getByRole("link", { name: "演示区节能改造补助办法（虚构）" }).click();
  await page.getByLabel("有效期至").fill("2027年12月31日");
  await page.getByLabel("没有写明截止日期").check();
  await page.getByLabel("原文怎么写").fill("本办法有效期至2027年12月31日。");
  await page.getByLabel("核实日期").fill("2026-1-1");
  await page.getByRole("button", { name: "提交，由他人签认" }).click();
  await expect(page.getByRole("alert")).toContainText("不要勾选没有写明");
  await page.getByLabel("没有写明截止日期").uncheck();
  await page.getByRole("button", { name: "提交，由他人签认" }).click();
  await expect(page.getByRole("alert")).toContainText("请给出原文网址或者上传原文文件");
  await expect(page.getByLabel("原文怎么写")).toHaveValue("本办法有效期至2027年12月31日。");
  await page.getByLabel("原文网址").fill("https://zone.example/letter");
  await page.getByRole("button", { name: "提交，由他人签认" }).click();
  await expect(page.getByText("由本部门另一名政策编制人员签认后生效")).toBeVisible();
  await expect(page.getByRole("button", { name: "签认" })).toHaveCount(0);

  await signIn(page, "author2");
  await page.goto("/validity?work=waiting");
  await page.getByRole("link", { name: "演示区节能改造补助办法（虚构）" }).click();
  await expect(page).toHaveURL(address);
  await expectSound(page);
  await page.getByRole("button", { name: "签认", exact: true }).click();
  await expect(page.getByText("已签认。事项正在与全部企业重新匹配。")).toBeVisible();

  await signIn(page, "operator");
  await expect(async () => {
    await page.goto("/firm/matches/zone-presumed-001");
    await expect(page.getByRole("main")).toContainText("5万元", { timeout: 500 });
    await page.goto("/policies/zone-presumed-001");
    await expect(page.getByText("马鞍山市经济和信息化局于 2026-01-01 核实")).toBeVisible({ timeout: 500 });
  }).toPass();
});
