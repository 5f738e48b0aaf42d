import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { forgedProofs, rewrittenProof } from "../app/features/audit/testing/forged-proofs";
import type { Proof } from "../app/features/audit/use-cases/read-proof.server";
import { courseOf, ownCases } from "./fixtures/cases";
import { tabTo } from "./fixtures/keyboard";
import { expectSound } from "./fixtures/page-checks";
import { signIn } from "./fixtures/people";

test("a firm takes the proof of its case and the verifier home: genuine, forged and foreign files are told apart without a network", async ({
  page,
  browser,
}) => {
  await signIn(page, "owner");
  await openLongCase(page);
  await expect(page.getByRole("link", { name: "下载办件证明" })).toBeVisible();
  const proof = await taken(page, "下载办件证明");
  const genuine = JSON.parse(proof) as Proof;
  await page.goto("/audit-roots");
  const rows = page.getByRole("row");
  const published = await taken(rows.filter({ hasText: `第 ${genuine.seal?.number ?? "-"} 号` }), "下载");
  const home = mkdtempSync(path.join(os.tmpdir(), "huiqitong-home-"));
  const reader = await browser.newContext({ offline: true, locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  try {
    for (const name of ["verify-proof.html", "verify-proof.js"]) await saved(page, name, home);
    const alone = await reader.newPage();
    await alone.goto(pathToFileURL(path.join(home, "verify-proof.html")).href);
    await expectSound(alone);
    await byKeyboard(alone, proof);
    await expectVerdict(
      alone,
      "✓ 证明有效，请再比对公布的根 / The proof holds; now compare its root with the published one",
    );
    await expect(alone.locator("#sealed")).toContainText(genuine.seal?.root ?? "unsealed");
    await give(alone, "公布的审计根", published);
    await expectVerdict(alone, "✓ 证明有效，与公布的根一致 / The proof holds and equals the published root");
    await give(alone, "公布的审计根", JSON.stringify({ ...(JSON.parse(published) as object), number: 0 }));
    await expectVerdict(
      alone,
      "✗ 证明无效 / The proof does not hold",
      /✗ 所选的是第 0 号根，这份证明要与第 \d+ 号根比对/,
    );
    await give(alone, "公布的审计根", published);
    await give(alone, "办件证明", rewrittenProof(genuine));
    await expectVerdict(
      alone,
      "✗ 证明无效 / The proof does not hold",
      "✗ 与公布的根不一致 / does not equal the published root",
    );
    for (const { text, zh, en } of forgedProofs(genuine)) {
      await give(alone, "办件证明", text);
      await expectVerdict(alone, "✗ 证明无效 / The proof does not hold", new RegExp(`✗ ${zh} / ${en}`));
    }
    await expectSound(alone);
    await alone.setViewportSize({ width: 375, height: 812 });
    await expectSound(alone);
    await give(alone, "办件证明", "%PDF-1.4");
    await expectVerdict(
      alone,
      "✗ 证明无效 / The proof does not hold",
      "✗ 这个文件不是 JSON 文件，不是办件证明 / this file is not JSON, so it is not the proof of a case",
    );
    await give(alone, "办件证明", published);
    await expectVerdict(
      alone,
      "✗ 证明无效 / The proof does not hold",
      "✗ 这个文件不是办件证明：没有办件证明的格式标记 / this file is not the proof of a case: it does not carry the mark of one",
    );
    await expect(alone.locator("#sealed")).toBeHidden();
    await expectSound(alone);
  } finally {
    await reader.close();
    rmSync(home, { recursive: true, force: true });
  }
});

/** A case with a course of three steps at least. */
async function openLongCase(page: Page): Promise<void> {
  for (const address of await ownCases(page)) {
    await page.goto(address);
    if ((await courseOf(page).getByRole("listitem").count()) > 3) return;
  }
  throw new Error("the demo firm has no case that went on");
}

/** What a link of a page or of a part of it downloads. */
async function taken(place: Page | Locator, name: string): Promise<string> {
  const link = place.getByRole("link", { name });
  const [download] = await Promise.all([link.page().waitForEvent("download"), link.click()]);
  return readFileSync(await download.path(), "utf8");
}

async function saved(page: Page, name: string, folder: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  await download.saveAs(path.join(folder, name));
}

const fileOf = (text: string) => ({ name: "file.json", mimeType: "application/json", buffer: Buffer.from(text) });

async function give(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).setInputFiles(fileOf(text));
}

/** Chooses the proof with Tab and Enter. */
async function byKeyboard(page: Page, text: string): Promise<void> {
  // Listened for before the way there: a browser that is not listened to yet opens a dialog of its own.
  const chosen = page.waitForEvent("filechooser");
  await tabTo(page.getByLabel("办件证明"));
  await page.keyboard.press("Enter");
  await (await chosen).setFiles(fileOf(text));
}

async function expectVerdict(page: Page, verdict: string, reason?: string | RegExp): Promise<void> {
  if (reason) await expect(page.getByRole("listitem").filter({ hasText: reason })).toHaveCount(1);
  await expect(page.locator("#verdict")).toHaveText(verdict);
}
