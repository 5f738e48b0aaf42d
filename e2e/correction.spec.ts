import { expect, test, type Page } from "@playwright/test";
import { act, openCase } from "./fixtures/cases";
import { beginDraft, giveAccountAndPledge, newFirm, pdf } from "./fixtures/firms";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const phone = { width: 375, height: 812 };
const materials = ["项目申请表", "投资明细与发票", "平台建设说明"];
const stamped = {
  name: "申请表（盖章）.pdf",
  mimeType: pdf.mimeType,
  buffer: Buffer.concat([pdf.buffer, Buffer.from("%2\n")]),
};

async function invest(page: Page, sum: string): Promise<void> {
  await page.locator("#platformInvestment").fill(sum);
  await page.locator("#deedName").fill("示例工业互联网平台");
  await page.locator("#deedNumber").fill("示备〔2026〕12号");
  await page.locator("#facts").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("#facts").getByText("已完成")).toBeVisible();
}

async function attach(
  page: Page,
  material: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByLabel(`选择${material}的文件`).setInputFiles(file);
  await page.getByRole("button", { name: `上传 ${material}` }).click();
  await expect(page.getByRole("link", { name: file.name })).toBeVisible();
}

/** 20 % of 3,500,000 yuan for an industrial internet platform; the address of the case. */
async function apply(page: Page): Promise<string> {
  const id = await beginDraft(page, "zone-iii-001");
  await invest(page, "350万");
  for (const material of materials) await attach(page, material, { name: `${material}.pdf`, ...pdf });
  await giveAccountAndPledge(page, "示例补正有限公司");
  await page.goto(`/firm/drafts/${id}/check`);
  await page.getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText("申报已提交")).toBeVisible();
  return `/firm/applications/${id}`;
}

/** What changed, as reviewer and firm read it. */
async function expectChanges(page: Page): Promise<void> {
  const card = page.getByRole("region", { name: "补正情况" });
  const asked = card.getByRole("listitem").filter({ hasText: "项目申请表：缺少签章" });
  await expect(asked).toContainText("已修改");
  await expect(asked).toContainText("已补盖公章");
  const row = (name: RegExp) => card.getByRole("row", { name });
  await expect(row(/^项目申请表/)).toContainText(/项目申请表\.pdf.*申请表（盖章）\.pdf/s);
  await expect(row(/未要求修改/)).toContainText(/350 万元.*330 万元/s);
  await expect(row(/^测算金额/)).toContainText(/700,000\.00.*660,000\.00/s);
  await expectSound(page);
}

test("a corrected case replays: each point with its answer, every change old and new, and 一致", async ({ page }) => {
  const owner = await newFirm(page, "示例补正有限公司");
  const url = await apply(page);
  await signIn(page, "county");
  await openCase(page, url);
  await page.getByText("发出补正通知").first().click();
  await page.getByLabel("第 1 条涉及").selectOption("项目申请表");
  await page.getByLabel("第 1 条补正内容").fill("缺少签章");
  await act(page, "发出补正通知", "发出一次性补正通知");

  await signIn(page, owner.loginName, owner.password);
  await page.goto(url.replace("applications", "drafts"));
  await invest(page, "330万");
  await page.getByRole("button", { name: "移除 项目申请表.pdf" }).click();
  await expect(page.getByRole("link", { name: "项目申请表.pdf" })).toHaveCount(0);
  await attach(page, "项目申请表", stamped);
  await page.goto(url);
  await page.getByLabel("第 1 条答复（项目申请表）").fill("已补盖公章");
  await page.getByRole("button", { name: "提交补正" }).click();
  await expectChanges(page);

  await signIn(page, "county");
  await openCase(page, url);
  await expectChanges(page);
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  await expectChanges(page);
  if (size) await page.setViewportSize(size);
  const old = await page.getByRole("link", { name: "项目申请表.pdf" }).first().getAttribute("href");
  expect((await page.request.get(old ?? "")).status()).toBe(200);
  const number = /HQT-\d{4}-\d{6}-\d/.exec(await page.getByRole("main").innerText())?.[0] ?? "";

  await signIn(page, "auditor");
  await page.goto(`/audit/replay?case=${number}`);
  await expect(page.getByText("逐位一致").first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "第 1 次提交（申报）" })).toContainText("逐位一致");
  await expect(page.getByRole("listitem").filter({ hasText: "第 2 次提交（补正）" })).toContainText("逐位一致");
  await expectSound(page);
});
