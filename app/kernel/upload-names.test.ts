import { describe, expect, it } from "vitest";
import { checkUpload, maxUploadBytes, safeFileName } from "~/kernel/upload-rules";

const signatures: Record<string, number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00],
  jpg: [0xff, 0xd8, 0xff, 0xe0],
  jpeg: [0xff, 0xd8, 0xff, 0xe1],
  xlsx: [0x50, 0x4b, 0x03, 0x04, 0x14],
  docx: [0x50, 0x4b, 0x03, 0x04, 0x14],
};
const families = [["pdf"], ["png"], ["jpg", "jpeg"], ["xlsx", "docx"]];
const related = (a: string, b: string) => families.some((family) => family.includes(a) && family.includes(b));
const pairs = Object.keys(signatures).flatMap((name) =>
  Object.keys(signatures).map((content) => [name, content] as const),
);

describe("a file's name against its first bytes", () => {
  it.each(pairs)("called .%s, begins like %s", (name, content) => {
    expect(checkUpload(`a.${name}`, new Uint8Array(signatures[content] ?? [])).ok).toBe(related(name, content));
  });

  it("takes endings in capitals and refuses a signature cut short", () => {
    expect(checkUpload("A.PDF", new Uint8Array(signatures.pdf ?? [])).ok).toBe(true);
    expect(checkUpload("a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual({
      ok: false,
      code: "applications.file-type",
    });
  });

  it("takes a PDF that begins within the first 1,024 bytes, a JFIF and an OFD", () => {
    const bom = [0xef, 0xbb, 0xbf];
    for (const before of [[0x0a, 0x0a], bom, Array.from({ length: 1024 }, () => 0x20)])
      expect(checkUpload("a.pdf", new Uint8Array([...before, ...(signatures.pdf ?? [])])).ok).toBe(true);
    expect(checkUpload("a.pdf", new Uint8Array([...new Uint8Array(1025), ...(signatures.pdf ?? [])])).ok).toBe(false);
    expect(checkUpload("a.JFIF", new Uint8Array(signatures.jpg ?? []))).toMatchObject({ mimeType: "image/jpeg" });
    for (const name of ["a.pjpeg", "a.jpg.", "a．jpg", "a.jpg "])
      expect(checkUpload(name, new Uint8Array(signatures.jpg ?? []))).toMatchObject({ mimeType: "image/jpeg" });
    expect(checkUpload("发票.ofd", new Uint8Array(signatures.xlsx ?? []))).toMatchObject({
      mimeType: "application/ofd",
    });
  });

  it.each([
    ["a.jpg", signatures.pdf, "applications.file-renamed"],
    ["a.pdf", signatures.jpg, "applications.file-renamed"],
    ["a.xls", [0xd0, 0xcf, 0x11, 0xe0], "applications.file-old-office"],
    ["a.et", [0xd0, 0xcf, 0x11, 0xe0], "applications.file-old-office"],
    ["a.WPS", signatures.docx, "applications.file-old-office"],
    ["IMG_1.HEIC", [0, 0, 0, 24, ...Buffer.from("ftypheic")], "applications.file-heic"],
    ["IMG_1.jpg", [0, 0, 0, 24, ...Buffer.from("ftypmif1")], "applications.file-heic"],
    ["网页图.webp", [...Buffer.from("RIFF\0\0\0\0WEBP")], "applications.file-image"],
    ["微信图片.jpg", [...Buffer.from("RIFF\0\0\0\0WEBP")], "applications.file-image"],
    ["扫描.tif", [...Buffer.from("II*\0")], "applications.file-image"],
    ["图.png", [...Buffer.from("GIF89a")], "applications.file-image"],
    ["照片.jpg", [0, 0, 0, 24, ...Buffer.from("ftypavif")], "applications.file-image"],
    ["材料.zip", signatures.docx, "applications.file-archive"],
    ["材料.rar", [...Buffer.from("Rar!")], "applications.file-archive"],
    ["汇报.pptx", signatures.docx, "applications.file-old-office"],
    ["a.doc", [...Buffer.from("{\\rtf1")], "applications.file-old-office"],
    ["a.constructor", signatures.pdf, "applications.file-type"],
  ] as const)("%s says how to go on: %s", (name, bytes, code) => {
    expect(checkUpload(name, new Uint8Array(bytes ?? []))).toEqual({ ok: false, code });
  });

  it("judges by the last ending and needs one", () => {
    const bytes = new Uint8Array(signatures.pdf ?? []);
    expect(checkUpload("invoice.pdf.exe", bytes)).toEqual({ ok: false, code: "applications.file-type" });
    expect(checkUpload("invoice", bytes)).toEqual({ ok: false, code: "applications.file-type" });
  });

  it("takes exactly 20 MB and not a byte more", () => {
    expect(maxUploadBytes).toBe(20_971_520);
    const whole = new Uint8Array(20_971_520);
    whole.set(signatures.pdf ?? []);
    expect(checkUpload("a.pdf", whole).ok).toBe(true);
    expect(checkUpload("a.pdf", new Uint8Array(20_971_521))).toEqual({ ok: false, code: "applications.file-size" });
  });
});

describe("a stored file name", () => {
  it.each([
    ["/etc/passwd", "passwd"],
    ["C:\\Users\\a\\营业执照.pdf", "营业执照.pdf"],
    ["a\u0000b\n.pdf", "ab.pdf"],
    ['审计报告<1>:"?*|.pdf', "审计报告1.pdf"],
    ["   ", "file"],
  ])("%j becomes %j", (typed, stored) => expect(safeFileName(typed)).toBe(stored));

  it("is cut to 120 characters and keeps its ending", () => {
    const stored = safeFileName(`${"长".repeat(300)}.pdf`);
    expect(stored).toHaveLength(120);
    expect(stored.endsWith(".pdf")).toBe(true);
  });
});
