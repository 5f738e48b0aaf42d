import { beforeAll, describe, expect, it } from "vitest";
import { acceptancePaper } from "../domain/acceptance";
import { layOut } from "../domain/lay-out";
import { checkSignature } from "../testing/check-signature";
import { demoPress } from "../testing/demo-press";
import { sampleCase, sampleHead } from "../testing/sample-case";
import { createPress } from "./press.server";
import { typefaces } from "./typefaces.server";

const metadata = { title: "受理通知书", author: "示例机关", subject: "2345", at: new Date("2026-11-25T01:00:00Z") };
let bytes: Buffer;

beforeAll(async () => {
  const { measure } = await typefaces();
  bytes = await demoPress().issue(layOut(acceptancePaper(sampleCase, sampleHead), measure), metadata);
}, 60_000);

describe("a signed document", () => {
  it("is intact, and its signature covers the whole file", () => {
    expect(checkSignature(bytes)).toEqual({
      intact: true,
      coversAll: true,
      subject: "CN=Huiqitong demonstration\nO=Huiqitong demo\nC=CN",
    });
  });

  it.each([
    ["at its beginning", () => 20],
    ["in a page", (file: Buffer) => file.indexOf("stream", 5000) + 60],
    ["in its last line", (file: Buffer) => file.length - 3],
    ["in the room behind the signature", (file: Buffer) => file.indexOf("00000000>") + 2],
  ])("betrays one changed bit %s", (_, place) => {
    const changed = Buffer.from(bytes);
    const at = place(changed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(checkSignature(changed).intact).toBe(false);
  });

  it("betrays what is put behind it", () => {
    expect(checkSignature(Buffer.concat([bytes, Buffer.from("%later")])).coversAll).toBe(false);
  });

  it("betrays a signature by another key over the same bytes", () => {
    const text = bytes.toString("latin1");
    const at = text.indexOf("/Contents <") + 11;
    const forged = Buffer.from(bytes);
    // Deep in the signature's own value: the digests still agree, the key does not.
    const end = text.indexOf(">", at);
    const last = text.slice(at, end).replace(/0+$/, "").length + at - 8;
    forged.write(forged.toString("latin1", last, last + 1) === "a" ? "b" : "a", last, "latin1");
    expect(checkSignature(forged).intact).toBe(false);
  });
});

describe("the key", () => {
  it("is refused with a wrong password or without content", () => {
    expect(() => createPress("AAAA", "x")).toThrow();
  });
});
