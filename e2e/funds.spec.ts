import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { debitCreditXml, paymentStatusXml, type Answer } from "../app/features/treasury/testing/bank-files";
import { reloadOnceKept } from "./fixtures/kept";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

const ownFirm = "示例一号精密机床有限公司";

test("a batch from the pool, the bank's answer with one failure, a new account, paid again, reconciled", async ({
  page,
}) => {
  await signIn(page, "finance");
  await setFloorBelowAvailable(page);
  const batch = await makeBatch(page, 3);
  await release(page, batch);
  await page.goto("/finance/payments");
  await expect(page.getByText("已低于警戒线")).toBeVisible();
  await page.goto("/finance/pool");
  await expect(page.getByText("请尽快补充")).toBeVisible();
  await expectSound(page);

  const order = await exported(page, batch);
  const [own, ...others] = order.transfers;
  if (!own) throw new Error("the firm's payment is not in the file");
  const answers = [
    { paymentId: own, status: "RJCT", code: "AC04", why: "账户已销户" },
    ...others.map((paymentId): Answer => ({ paymentId, status: "ACSC" })),
  ];
  const file = paymentStatusXml("E2E-1", order.number, answers);
  await send(page, file.replace(/<MsgId>.*?<\/MsgId>/, ""));
  await expect(page.getByRole("alert")).toContainText("GrpHdr/MsgId");
  await expect(page.getByRole("alert")).toContainText("缺少必填内容");
  await send(page, paymentStatusXml("E2E-0", order.number, [{ paymentId: own, status: "XXXX" }]));
  await expect(page.getByText("有 1 行没有看懂")).toBeVisible();
  await expect(page.getByText("不是规定的代码")).toBeVisible();
  await expectSound(page);
  await send(page, file);
  await expect(page.getByText("已接收，逐笔结果如下。")).toBeVisible();
  await expect(page.getByText("已退回 1", { exact: true })).toBeVisible();
  await expect(page.getByText("已到账 2", { exact: true })).toBeVisible();
  await expectSound(page);
  await send(page, file);
  await expect(page.getByText("这份文件之前已经接收过，没有任何改动。")).toBeVisible();
  await page.goto("/finance/payments");
  await expect(page.getByText("等待企业提供账户")).toBeVisible();

  const application = await giveAccount(page);
  await signIn(page, "finance");
  await page.goto("/finance/payments");
  const again = page.getByRole("row").filter({ hasText: ownFirm });
  await expect(again.getByText("账户已更换")).toBeVisible();
  const second = await makeBatch(page, 1, "国库");
  await release(page, second);
  const repeat = await exported(page, second);
  await send(page, paymentStatusXml("E2E-2", repeat.number, [], "ACSC"));
  await expect(page.getByText("已到账 1", { exact: true })).toBeVisible();

  await page.goto("/finance/reconciliation");
  await expect(page.getByText("银行已答复支付，借贷记通知未到").first()).toBeVisible();
  await expectSound(page);
  await send(
    page,
    debitCreditXml("E2E-3", [
      { reference: (repeat.transfers[0] ?? "").replaceAll("-", ""), fen: repeat.firstFen, side: "DBIT" },
    ]),
  );
  await expect(page.getByText("已接收，逐笔结果如下。")).toBeVisible();
  await page.goto("/finance/reconciliation");
  const differences = page.getByRole("row").filter({ hasText: ownFirm });
  await expect(differences.filter({ hasText: "银行文件中有一行没有看懂，已搁置" })).toHaveCount(1);
  await expect(differences).toHaveCount(1);

  await signIn(page, "owner");
  await page.goto(application);
  await expect(page.getByRole("list", { name: "办理过程" }).getByText("资金已拨付")).toBeVisible();

  await signIn(page, "finance");
  const reversal = { reference: (repeat.transfers[0] ?? "").replaceAll("-", ""), fen: repeat.firstFen } as const;
  await send(page, debitCreditXml("E2E-4", [{ ...reversal, side: "CRDT", isReversal: true }]));
  await expect(page.getByText("冲正（撤销原付款）")).toBeVisible();
  await expect(page.getByText("已退回 1", { exact: true })).toBeVisible();
  await page.goto("/finance/payments");
  await expect(page.getByRole("row").filter({ hasText: ownFirm }).getByText("银行冲正")).toBeVisible();
});

test("payments are chosen by keyboard", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/finance/payments");
  const box = page.locator("input[name=payment]").first();
  await expect(page.locator("input[name=payment]:checked")).toHaveCount(0);
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await page.keyboard.press("Space");
  await expect(box).not.toBeChecked();
});

/** So that the next batch of the pool takes it below the floor. */
async function setFloorBelowAvailable(page: Page): Promise<void> {
  await page.goto("/finance/pool?do=floor");
  await page.locator("#floorYuan").fill("19999999.00");
  await reloadOnceKept(page, "19999999.00");
  await expect(page.locator("#floorYuan")).toHaveValue("19999999.00");
  await page.getByRole("button", { name: "保存警戒线" }).click();
  await expect(page.getByText("19,999,999.00").first()).toBeVisible();
}

/** Chooses the own firm's payment and others; what was chosen and typed survives a reload. */
async function makeBatch(page: Page, count: number, source = "周转资金池（先行垫付）"): Promise<string> {
  await page.goto("/finance/payments");
  for (const box of await page.locator("input[name=payment]").all()) await box.uncheck();
  await page.getByRole("row").filter({ hasText: ownFirm }).first().getByRole("checkbox").check();
  const others = page.getByRole("row").filter({ hasNotText: ownFirm }).getByRole("checkbox");
  for (let place = 0; place < count - 1; place += 1) await others.nth(place).check();
  await page.getByLabel("付款账户").selectOption({ label: source });
  await page.getByLabel("说明").fill("第一批");
  await reloadOnceKept(page, "第一批");
  await expect(page.getByLabel("说明")).toHaveValue("第一批");
  await expect(page.locator("[data-chosen]")).toHaveAttribute("data-chosen", String(count));
  await expectSound(page);
  await page.getByRole("button", { name: "制成批次" }).click();
  await expect(page).toHaveURL(/\/finance\/batches\//);
  return page.url();
}

async function release(page: Page, batch: string): Promise<void> {
  await page.getByRole("button", { name: "复核并放行" }).click();
  await expect(page.getByRole("alert")).toContainText("不能是同一人");
  await signIn(page, "finance2");
  await page.goto(batch);
  await page.getByRole("button", { name: "复核并放行" }).click();
  await expect(page.getByRole("link", { name: "导出 pain.001" })).toBeVisible();
  await expectSound(page);
}

/** What the bank gets: the number of the batch and its transfers, the own firm's first. */
async function exported(page: Page, batch: string) {
  await page.goto(batch);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出 pain.001" }).click(),
  ]);
  const xml = readFileSync(await download.path(), "utf8");
  expect(xml).toContain("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
  const number = /<MsgId>(.*?)<\/MsgId>/.exec(xml)?.[1] ?? "";
  const transfers = [...xml.matchAll(/<EndToEndId>(.{8})(.{4})(.{4})(.{4})(.{12})<\/EndToEndId>/g)].map((found) =>
    found.slice(1).join("-"),
  );
  const firstFen = BigInt((/<InstdAmt Ccy="CNY">(.*?)<\/InstdAmt>/.exec(xml)?.[1] ?? "0").replace(".", ""));
  const rows = await page.locator("tbody tr").allInnerTexts();
  const place = rows.findIndex((text) => text.includes(ownFirm));
  const own = transfers[place];
  return { number, firstFen, transfers: own ? [own, ...transfers.filter((each) => each !== own)] : [] };
}

async function send(page: Page, xml: string): Promise<void> {
  await page.goto("/finance/bank");
  await page
    .locator("#file")
    .setInputFiles({ name: "answer.xml", mimeType: "application/xml", buffer: Buffer.from(xml) });
  await page.getByRole("button", { name: "接收" }).click();
}

/** The firm reads why the money came back and gives another account; what it typed survives a reload. */
async function giveAccount(page: Page): Promise<string> {
  await signIn(page, "owner");
  await expect(async () => {
    await page.goto("/notices");
    await page.getByRole("button", { name: "查看 请更换收款账户" }).first().click({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText("账户已销户")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("账号").fill("3405 1111 2222 3333");
  await reloadOnceKept(page, "3405 1111 2222 3333");
  await expect(page.getByLabel("账号")).toHaveValue("3405 1111 2222 3333");
  await page.getByRole("button", { name: "提交新账户" }).click();
  await expect(page).toHaveURL(/\/firm\/applications\//);
  return page.url();
}
