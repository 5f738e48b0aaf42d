import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text";

const gbkOfFirm = Uint8Array.from([0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x31, 0x0a]);
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

describe("the text of a file", () => {
  it("is read in the encodings that Excel, WPS and others write", () => {
    const text = "企业名称,1\n";
    const utf8 = new TextEncoder().encode(text);
    expect(decodeText(utf8)).toBe(text);
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe(text);
    expect(decodeText(gbkOfFirm)).toBe(text);
    for (const big of [true, false]) {
      expect(decodeText(utf16(text, big))).toBe(text);
      expect(decodeText(utf16(`\ufeff${text}`, big))).toBe(text);
    }
    expect(decodeText(new Uint8Array())).toBe("");
  });

  it("reads characters beyond GBK", () => {
    expect(decodeText(Uint8Array.from([0xb9, 0xfa, 0x95, 0x32, 0x82, 0x36]))).toBe("国𠀀");
  });

  it.each([
    ["a zip", [0x50, 0x4b, 3, 4, 0, 0, 1]],
    ["a program", [...new TextEncoder().encode("MZ\u0000 no spreadsheet")]],
    ["text with a zero byte", [...new TextEncoder().encode("企业\u0000名称")]],
    ["UTF-8 cut within a character", [...new TextEncoder().encode("企业名称").slice(0, -1)]],
    ["UTF-8 with one byte lost", [...new TextEncoder().encode("企业名称,马鞍山")].toSpliced(4, 1)],
    ["text that was damaged before", [...new TextEncoder().encode("园区 \ufffd\ufffd")]],
    ["GBK cut within a character", [0xc6, 0xf3, 0xd2]],
    ["UTF-16 of odd length", [0xff, 0xfe, 0x31]],
  ])("%s is refused", (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(RangeError);
  });

  it("never lets a replacement character through", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        let text = "";
        try {
          text = decodeText(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(text).not.toMatch(/[\u0000\ufffd]/);
      }),
    );
  });
});
