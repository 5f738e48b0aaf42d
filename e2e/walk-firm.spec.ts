import { expect, test, type Page } from "@playwright/test";
import { ownCases } from "./fixtures/cases";
import { newFirm, beginDraft } from "./fixtures/firms";
import { signIn } from "./fixtures/people";
import { walk } from "./fixtures/walk";

test.use({ trace: "off" });

const item = "zone-mfg-002";

const everybody = [
  "/",
  "/about",
  "/policies",
  `/policies/${item}`,
  "/policies?region=340521&q=zzz",
  "/check",
  "/check?region=340503&size=small",
  "/industries?back=/check",
  "/publicity",
  "/audit-roots",
  "/verify",
  "/register",
  "/sign-in",
];

const firm = [
  "/firm",
  "/firm/profile",
  "/firm/matches",
  "/firm/matches?verdict=unknown&sort=near",
  "/firm/matches?verdict=ineligible&q=zzz",
  `/firm/matches/${item}`,
  "/firm/close",
  "/firm/questions",
  "/firm/combination",
  "/firm/report",
  "/firm/applications",
  "/firm/statements",
  "/firm/members",
  "/notices",
  "/account",
];

/** A firm of which nothing is known but its registration shows what empty pages say. */
const empty = [
  "/firm",
  "/firm/matches?verdict=eligible",
  "/firm/close",
  "/firm/combination",
  "/firm/applications",
  "/firm/statements",
  "/notices",
];

/** Where the links of a page that look alike lead, each place once. */
async function links(page: Page, from: string, pattern: RegExp): Promise<string[]> {
  await page.goto(from);
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => pattern.test(href)))];
}

test("what a visitor can open is sound in both languages and widths", async ({ page }) => {
  const published = await links(page, "/publicity", /^\/publicity\/[0-9a-f-]{36}$/);
  expect(await walk(page, [...everybody, ...published.slice(0, 1)])).toEqual([]);
});

test("what a firm can open is sound in both languages and widths", async ({ page }) => {
  await signIn(page, "owner");
  const cases = await ownCases(page);
  const groups = await links(page, "/firm/profile", /^\/firm\/profile\/./);
  expect(cases.length).toBeGreaterThan(0);
  expect(await walk(page, [...firm, ...groups.slice(0, 2), ...cases.slice(0, 2)])).toEqual([]);
});

test("a new firm's empty pages and its draft are sound in both languages and widths", async ({ page }) => {
  await newFirm(page, "示例空白页面有限公司");
  expect(await walk(page, empty)).toEqual([]);
  const id = await beginDraft(page, "zone-mfg-003");
  expect(await walk(page, [`/firm/drafts/${id}`, `/firm/drafts/${id}/check`, "/firm/apply/zone-mfg-003"])).toEqual([]);
});
