import { describe, expect, it } from "vitest";
import { applicationNumber } from "./application-number";
import { tidyAccountNumber } from "~/kernel/bank-account";
import { draftProgress, materialStates } from "./draft-progress";
import { checkUpload, maxUploadBytes, safeFileName } from "~/kernel/upload-rules";

const pdf = new TextEncoder().encode("%PDF-1.7 …");

describe("uploads", () => {
  it("take a file whose name and first bytes fit", () => {
    expect(checkUpload("发票.pdf", pdf)).toEqual({ ok: true, mimeType: "application/pdf", fileName: "发票.pdf" });
  });
  it.each([
    ["disguised.pdf", new Uint8Array([0x4d, 0x5a, 0x90]), "applications.file-type"],
    ["page.html", pdf, "applications.file-type"],
    ["empty.pdf", new Uint8Array(), "applications.file-empty"],
    ["big.pdf", new Uint8Array(maxUploadBytes + 1), "applications.file-size"],
  ])("%s is refused", (name, bytes, code) => expect(checkUpload(name, bytes)).toEqual({ ok: false, code }));
  it("keep no path and no hidden direction in a name", () => {
    expect(safeFileName("..\\..\\a/b/\u202egpj.exe.pdf")).toBe("gpj.exe.pdf");
  });
});

describe("application numbers", () => {
  it("differ in the check digit when two digits are swapped", () => {
    expect(applicationNumber(2026, 12).at(-1)).not.toBe(applicationNumber(2026, 21).at(-1));
    expect(applicationNumber(2026, 123)).toMatch(/^HQT-2026-000123-[\dX]$/);
  });
});

describe("accounts", () => {
  it.each([
    ["1234 5678 9012", "123456789012"],
    ["１２３４５６７８", "12345678"],
    ["1234", null],
    ["12345678a", null],
  ])("%s", (text, number) => expect(tidyAccountNumber(text)).toBe(number));
});

describe("a draft", () => {
  it("needs no material the platform holds", () => {
    const materials = materialStates({ materials: ["营业执照", "发票"] }, new Set(["营业执照"]), []);
    expect(materials.map((material) => material.state)).toEqual(["held", "missing"]);
    expect(draftProgress({ asked: [], answers: {}, materials, hasAccount: true, pledged: false })).toMatchObject({
      facts: { done: true },
      materials: { missing: ["发票"] },
      account: { done: true },
      pledge: { done: false },
    });
  });
});
