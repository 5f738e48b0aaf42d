import { expect, test, type Page } from "@playwright/test";
import { speak } from "./fixtures/language";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

/** Pages by who opens them; `>` leads on to the first link of the page's table whose address begins so. */
const table: readonly (readonly [login: string, ...pages: string[]])[] = [
  ["reviewer", "/desk?stage=leadReview", "/desk?stage=leadReview>/desk/cases/", "/desk?q=技改设备补助>/desk/cases/+/materials", "/desk/batch?action=RECOMMEND_APPROVAL", "/desk/lists", "/desk/selections", "/desk/workload"],
  ["approver", "/desk?stage=leadApproval>/desk/cases/"],
  ["head", "/desk/department"],
  ["admin", "/admin/workflows"],
  ["finance", "/finance>/finance/envelopes/", "/finance/batches", "/finance/forecast", "/finance/pool", "/finance/reconciliation"],
  ["owner", "/firm/applications", "/firm/applications>/firm/applications/"],
  ["economy", "/monitor"],
];

for (const [login, ...pages] of table) {
  test(`pages of ${login}: sound at both widths, in both languages`, async ({ page }) => {
    await signIn(page, login);
    for (const place of pages) {
      await page.setViewportSize({ width: 1280, height: 800 });
      const address = await open(page, place);
      await expectPage(page, "zh", place);
      await speak(page, "en");
      await page.goto(address);
      await page.setViewportSize({ width: 375, height: 812 });
      await expectPage(page, "en", place);
      expect(await chineseWords(page), `${place}: every word of ours is English`).toEqual([]);
      await speak(page, "zh");
    }
  });
}

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

async function open(page: Page, place: string): Promise<string> {
  const [start = "", further = ""] = place.split(">");
  const [prefix = "", suffix = ""] = further.split("+");
  await page.goto(start);
  if (prefix === "") return start;
  const href = await page.locator(`main table a[href^="${prefix}"]`).first().getAttribute("href");
  const address = `${href}${suffix}`;
  await page.goto(address);
  return address;
}

async function expectPage(page: Page, language: string, place: string): Promise<void> {
  await expect(page.locator("html"), place).toHaveAttribute("lang", new RegExp(`^${language}`));
  await expect(page.getByRole("heading", { level: 1 }), place).toHaveCount(1);
  await expectSound(page);
}

/** Headings, labels, buttons, heads of tables, tags and options of our own that are still Chinese. Names of policies, firms, places and people are data. */
function chineseWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = "main h2:not(figcaption *), main h3, main label:not(:has(select)), main legend, main button, main th, main dt, main caption, main summary, main .rounded-full, main nav a, header nav a";
    const words = [...document.querySelectorAll<HTMLElement>(own)].filter((each) => !each.closest("[data-names]")).map((each) => each.innerText.trim());
    return [...new Set(words.filter((text) => /[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text)))];
  });
}
