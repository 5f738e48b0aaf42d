import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { demoPdf } from "#prisma/seed/seed-materials";
import { encryptedOffice, lockedPdf } from "~/features/applications/testing/odd-files";
import { readableProblem } from "./check-readable.server";

const whole = demoPdf("whole");
const archive = (part: string) =>
  zipSync({ "[Content_Types].xml": strToU8("<a/>"), [part]: strToU8("x".repeat(5000)) });
/** The same archive with the flag of encryption on every entry (APPNOTE.TXT 4.4.4). */
const locked = (bytes: Uint8Array) => {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("PK\u0001\u0002"); at >= 0; at = copy.indexOf("PK\u0001\u0002", at + 4)) copy[at + 8] = 1;
  return copy;
};

describe("a file that somebody uploads", () => {
  it.each([
    ["a.pdf", whole],
    ["a.pdf", Buffer.concat([Buffer.from("\uFEFF\n"), whole])],
    ["protected against printing.pdf", lockedPdf("")],
    ["a.xlsx", archive("xl/workbook.xml")],
    ["a.docx", archive("word/document.xml")],
    ["a.ofd", archive("OFD.xml")],
    ["a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ] as const)("is taken where it opens: %s", async (name, bytes) => {
    expect(await readableProblem(name, bytes)).toBeNull();
  });

  it.each([
    ["a.pdf", lockedPdf("secret"), "applications.file-password"],
    ["a.pdf", whole.subarray(0, 60), "applications.file-damaged"],
    ["a.pdf", Buffer.from("%PDF-1.7 nothing"), "applications.file-damaged"],
    ["a.pdf", Buffer.alloc(0), "applications.file-empty"],
    ["a.xlsx", encryptedOffice(), "applications.file-password"],
    ["a.docx", encryptedOffice(), "applications.file-password"],
    ["a.xls", encryptedOffice(), "applications.file-password"],
    ["a.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "applications.file-old-office"],
    ["a.xlsx", locked(archive("xl/workbook.xml")), "applications.file-password"],
    ["a.xlsx", archive("xl/workbook.xml").subarray(0, 40), "applications.file-damaged"],
    ["a.docx", archive("xl/workbook.xml"), "applications.file-renamed"],
    ["a.xlsx", archive("photos/1.jpg"), "applications.file-renamed"],
    ["a.pdf", archive("word/document.xml"), "applications.file-renamed"],
  ] as const)("is refused with a word of its own: %s %#", async (name, bytes, code) => {
    expect(await readableProblem(name, bytes)).toBe(code);
  });

  it("may be an archive that would unpack to gigabytes: nothing is unpacked", async () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(30_000_000) }, { level: 9 });
    const start = performance.now();
    expect(await readableProblem("a.xlsx", bomb)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
