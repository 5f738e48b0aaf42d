import { expect, test } from "@playwright/test";
import { debitCreditXml } from "../app/features/treasury/testing/bank-files";
import { signIn } from "./fixtures/people";
import { walk } from "./fixtures/walk";

test.use({ trace: "off" });

/** Pages by who opens them; `>` leads on to the first link of the page's table whose address begins so. */
const table: readonly (readonly [login: string, ...pages: string[]])[] = [
  [
    "reviewer",
    "/desk?stage=leadReview",
    "/desk?stage=leadReview>/desk/cases/",
    "/desk?q=技改设备补助>/desk/cases/+/materials",
    "/desk/batch?action=RECOMMEND_APPROVAL",
    "/desk/lists",
    "/desk?stage=leadReview>/desk/cases/+/figures",
    "/desk/selections",
    "/desk/workload",
  ],
  [
    "author",
    "/validity",
    "/validity?work=unconfirmed",
    "/validity?q=nothing-of-that-name",
    "/validity>/validity/documents/",
    "/validity>/validity/documents/+?kind=extended",
    "/validity?work=unconfirmed>/validity/documents/+?kind=ended",
    "/validity?work=replaced>/validity/documents/",
  ],
  ["approver", "/desk?stage=leadApproval>/desk/cases/"],
  ["county", "/desk", "/desk>/desk/cases/"],
  ["expert2", "/desk", "/desk>/desk/cases/"],
  ["head", "/desk/department"],
  ["admin", "/admin/workflows", "/admin/calendar/notice"],
  ["security", "/security/addresses"],
  [
    "finance",
    "/finance",
    "/finance>/finance/envelopes/",
    "/finance/orders",
    "/finance/payments",
    "/finance/payments>/finance/cases/",
    "/finance/recoveries",
    "/finance/batches",
    "/finance/bank",
    "/finance/forecast",
    "/finance/pool",
    "/finance/reconciliation",
  ],
  ["owner", "/firm/applications", "/firm/applications>/firm/applications/"],
  ["economy", "/monitor", "/monitor/validity", "/validity"],
  [
    "auditor",
    "/audit?action=application.approve",
    "/audit?actor=nobody-of-that-name",
    "/audit/replay",
    "/audit/replay>/audit/replay?case=",
    "/audit/replay?case=HQT-0",
    "/audit/seals",
  ],
];

for (const [login, ...places] of table) {
  test(`pages of ${login}: sound at both widths, in both languages`, async ({ page }) => {
    await signIn(page, login);
    expect(await walk(page, places)).toEqual([]);
  });
}

test("a line of the bank that nothing is known of: its page is sound at both widths, in both languages", async ({
  page,
}) => {
  await signIn(page, "finance");
  await page.goto("/finance/bank");
  await page.locator("#file").setInputFiles({
    name: "unknown.xml",
    mimeType: "application/xml",
    buffer: Buffer.from(debitCreditXml("E2E-UNKNOWN", [{ reference: "NOBODY-KNOWS", fen: 100n, side: "CRDT" }])),
  });
  await page.getByRole("button", { name: "接收" }).click();
  const line = page.locator('main a[href^="/finance/lines/"]').first();
  await expect(line).toBeVisible();
  expect(await walk(page, [(await line.getAttribute("href")) ?? ""])).toEqual([]);
});

test("the folded diagrams open by keyboard, and every workflow is reached from the list", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/admin/workflows");
  const links = page.getByRole("table").first().getByRole("link");
  const count = await links.count();
  expect(count).toBeGreaterThan(10);
  await expect(page.locator("main svg[role=img]:visible")).toHaveCount(0);
  await expect(page.getByRole("list", { name: "办件数" }).first()).toBeVisible();
  await links.nth(count - 1).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`#flow-${count}$`));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(`#flow-${count} svg[role=img]`)).toBeVisible();
});
