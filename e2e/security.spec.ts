import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { demoPassword } from "../app/features/identity/domain/demo-accounts";
import { reloadOnceKept } from "./fixtures/kept";
import { signIn } from "./fixtures/people";

const sessionOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name === "hqt");
const privatePages = ["/firm/matches", "/desk", "/finance/payments", "/monitor", "/admin/users", "/audit"];

/** A page as a person with this cookie gets it, whoever else is signed in. */
const asHolder = (request: APIRequestContext, token: string, path: string) =>
  request.get(path, { headers: { Cookie: `hqt=${token}` }, maxRedirects: 0 });

test("every page carries the headers that keep others out", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/policies", "/sign-in", "/no-such-page"]) {
    const headers = (await request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    const [, nonce] = /script-src 'self' 'nonce-([^']+)'(?:;|$)/.exec(policy) ?? [];
    expect(nonce, path).toBeTruthy();
    nonces.add(nonce ?? "");
    for (const directive of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy).toContain(directive);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(nonces.size).toBe(4);
});

test("a page that is not there and a request that makes no sense give away nothing", async ({ request }) => {
  for (const [path, status] of [
    ["/no-such-page", 404],
    ["/policies/no-such-item", 404],
    ["/policies/%00", 404],
    ["/verify-nothing/../../etc/passwd", 404],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|prisma|\.ts:\d/i);
  }
});

test("private pages are neither shown nor kept for anybody who has not signed in", async ({ request }) => {
  for (const path of privatePages) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(302);
    expect(answer.headers()["location"]).toBe(`/sign-in?back=${encodeURIComponent(path)}`);
  }
});

test("signing in makes a new session that scripts cannot read; signing out ends it on the server", async ({
  page,
  request,
}) => {
  await page.goto("/sign-in");
  const before = await sessionOf(page);
  await page.locator("#loginName").fill("auditor");
  await page.locator("#password").fill(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("button", { name: "退出" })).toBeVisible();
  const first = await sessionOf(page);
  expect(first).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(first?.value).not.toBe(before?.value);
  expect((await asHolder(request, first?.value ?? "", "/audit")).status()).toBe(200);
  await page.getByRole("button", { name: "退出" }).click();
  await expect(page.getByRole("link", { name: "登录" }).first()).toBeVisible();
  expect((await asHolder(request, first?.value ?? "", "/audit")).status()).toBe(302);
});

test("what one person typed in a tab meets nobody else, and nobody once that person signed out", async ({ page }) => {
  const words = "企业不在名单内";
  const field = page.getByLabel("异议内容");
  const open = async (loginName: string) => {
    await signIn(page, loginName);
    await page.goto("/publicity");
    await page.getByRole("link", { name: "提出异议" }).first().click();
    await expect(field).toBeVisible();
  };
  await open("finance");
  await field.fill(words);
  await reloadOnceKept(page, words);
  await expect(field).toHaveValue(words);
  await open("auditor");
  await expect(field).toHaveValue("");
  await open("finance");
  await expect(field).toHaveValue(words);
  await page.getByRole("button", { name: "退出" }).click();
  await expect(page.getByRole("link", { name: "登录" }).first()).toBeVisible();
  await open("finance");
  await expect(field).toHaveValue("");
});

test("nothing is written for another site, whoever is signed in", async ({ page }) => {
  await signIn(page, "admin");
  for (const origin of ["https://elsewhere.example", "null"]) {
    const answer = await page.request.post("/admin/users/new", {
      headers: { Origin: origin },
      form: { loginName: "intruder" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  }
  await page.goto("/admin/users?q=intruder");
  await expect(page.getByRole("row").filter({ hasText: "intruder" })).toHaveCount(0);
});

test("guessing a password is slowed down, and the answer tells nothing about the account", async ({ request }) => {
  const attempt = (loginName: string, password: string) =>
    request.post("/sign-in", {
      headers: { "Sec-Fetch-Site": "same-origin" },
      form: { loginName, password },
      maxRedirects: 0,
    });
  const words = async (loginName: string) =>
    /登录名或密码[^<]*/.exec(await (await attempt(loginName, "wrong-password-1")).text())?.[0];
  const known = await words("viewer");
  expect(known).toBeTruthy();
  expect(await words("nobody-of-that-name")).toBe(known);
  for (let time = 0; time < 5; time += 1) await attempt("viewer", "wrong-password-1");
  expect((await attempt("viewer", demoPassword)).status(), "locked for a while, even with the right one").toBe(429);
});
