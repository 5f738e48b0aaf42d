import { expect, test, type Page } from "@playwright/test";
import { expectSound } from "./fixtures/page-checks";

/** The zone gives a provincial "specialised and new" firm 200 000 yuan; the purchase rules hold for every small firm. */
const nationalAndProvincial = ["演示·省级专精特新奖励", "小微企业政府采购价格扣除10%—20%", "中小企业预留采购份额"];

/** The figure under a label of the result. */
function tile(page: Page, label: string) {
  return page
    .getByRole("status")
    .locator(".card")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("p")
    .nth(1);
}

test("a visitor gets a first answer without an account", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("政策找企业，应得的支持不再错过");
  await expectSound(page);
  await page.getByLabel("企业所在地区").selectOption("340503");
  await page.getByLabel("企业规模类型").selectOption("small");
  await page.getByRole("button", { name: "看结果" }).click();
  await expect(page).toHaveURL(/\/check\?/);
  await page.locator("[name=specializedNewLevel]").selectOption("provincial");
  await page.getByRole("button", { name: "看结果" }).click();
  await expect(page).toHaveURL(/specializedNewLevel=provincial/);
  for (const title of nationalAndProvincial) await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expect(tile(page, "符合")).toHaveText(/^[1-9]\d* 项$/);
  await expect(tile(page, "可得资金")).toHaveText(/^20\s*万元$/);
  // 皖 2018: five years are over and nobody has confirmed it, so it stands apart and its 500 000 yuan count nowhere
  await page.getByText("展开清单").click();
  const apart = page.getByRole("region", { name: /^效力待核实/ });
  await expect(apart.getByRole("link", { name: "省专精特新中小企业奖补（2018）" })).toBeVisible();
  const [sums, words] = [apart.locator("strong"), apart.getByText("一次性奖补50万元")];
  for (const told of [sums, words]) await expect(told).toHaveCount(0);
  await expectSound(page);
});

test("a page that is used while the scripts take it over goes on working, and what was chosen counts", async ({
  page,
}) => {
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(String(error)));
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const goOn = () => {
      const region = document.querySelector("main select");
      region?.dispatchEvent(new Event("input", { bubbles: true }));
      if (!document.title.endsWith("…")) port2.postMessage(null);
    };
    port1.onmessage = goOn;
    port2.postMessage(null);
  });
  await page.goto("/");
  await page.getByLabel("企业规模类型").selectOption("small");
  await expect(tile(page, "符合")).toHaveText(/^[1-9]\d* 项$/);
  await page.evaluate(() => (document.title += "…"));
  expect(broken).toEqual([]);
});

test("the policies of a place can be read, filtered and opened", async ({ page }) => {
  await page.goto("/policies?region=340521");
  await expect(page.getByText(/^共 \d+ 项$/)).toBeVisible();
  await page.goto("/policies?region=340521&standing=demo");
  await expect(page.getByText("下列是演示区的虚构政策")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("名称或关键词").fill("技改设备补助");
  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("link", { name: "演示·技改设备补助（300万元以上档）" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "技改设备不含税额 不低于 300 万元" })).toBeVisible();
  await expectSound(page);
});

test("English is complete and kept, and text can be enlarged", async ({ page }) => {
  await page.goto("/policies");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Policies");
  await expectSound(page);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Large text" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text", "large");
  await expectSound(page);
});

test("private pages send a visitor to sign in and back", async ({ page }) => {
  await page.goto("/firm/matches?theme=%E4%BA%BA%E6%89%8D");
  await expect(page).toHaveURL(/\/sign-in\?back=%2Ffirm%2Fmatches/);
});
