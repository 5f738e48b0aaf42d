import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Refusal } from "~/kernel/refusal";
import { bodyLimits } from "./read-body.server";
import { formLists, formValues } from "./read-form.server";
import { readJson } from "./read-json.server";
import { readUploadForm } from "./read-upload.server";

const form = "application/x-www-form-urlencoded";

function posted(body: BodyInit, type: string | null = form, headers: Record<string, string> = {}): Request {
  const request = new Request("https://hqt.example/x", {
    method: "POST",
    body,
    headers: { ...headers, ...(type ? { "Content-Type": type } : {}) },
    duplex: "half",
  } as RequestInit);
  return request;
}

/** Sends without end and counts what was asked for. */
function endless(): { body: ReadableStream; sent(): number } {
  let sent = 0;
  const chunk = new Uint8Array(64 * 1024).fill(0x61);
  const body = new ReadableStream({
    pull(controller) {
      sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { body, sent: () => sent };
}

/** A body as a server reads it, piece by piece. */
function inChunks(bytes: Uint8Array): ReadableStream {
  const size = 64 * 1024;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
      if (at >= bytes.byteLength) controller.close();
    },
  });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? `${error.status} ${error.code}` : `no refusal: ${String(error)}`;
}

describe("what is read of a form", () => {
  it("is its fields, cleaned but for passwords", async () => {
    expect(await formValues(posted("name=%00%E7%94%B2%E2%80%8B&password=a%00b"))).toEqual({
      name: "甲",
      password: "a\u0000b",
    });
  });

  it("is no more than 256 kB: what announces more isn't read, what doesn't is cut off", async () => {
    const announced = endless();
    expect(await refusalOf(formValues(posted(announced.body, form, { "Content-Length": "300000" })))).toBe(
      "413 request.too-large",
    );
    expect(announced.sent()).toBeLessThanOrEqual(64 * 1024);
    const silent = endless();
    expect(await refusalOf(formValues(posted(silent.body)))).toBe("413 request.too-large");
    expect(silent.sent()).toBeLessThan(bodyLimits.form * 2);
  });

  it("is no more than 200 names and 2,000 values", async () => {
    const named = (count: number) => Array.from({ length: count }, (_, index) => `f${index}=1`).join("&");
    expect(Object.keys(await formValues(posted(named(200))))).toHaveLength(200);
    expect(await refusalOf(formValues(posted(named(201))))).toBe("413 request.too-many-fields");
    const ticked = (count: number) => Array.from({ length: count }, (_, index) => `payment=${index}`).join("&");
    expect((await formLists(posted(ticked(2000)), ["payment"])).lists.payment).toHaveLength(2000);
    expect(await refusalOf(formLists(posted(ticked(2001)), ["payment"]))).toBe("413 request.too-many-fields");
  });

  it.each([
    ["text/plain", "a=1", "415 request.content-type"],
    ["application/json", "{}", "415 request.content-type"],
    [`${form}; charset=gb2312`, "a=%C3%FB", "415 request.content-type"],
    [`${form};charset="GBK"`, "a=%C3%FB", "415 request.content-type"],
    [null, new Uint8Array([1]), "415 request.content-type"],
    ["multipart/form-data", "a=1", "400 request.malformed"],
    ["multipart/form-data; boundary=x", "--x\r\nContent-Disp", "400 request.malformed"],
    [form, "a=1&a=2", "400 request.doubled"],
  ] as const)("%s %j is refused: %s", async (type, body, refusal) => {
    expect(await refusalOf(formValues(posted(body, type)))).toBe(refusal);
  });

  it("takes the same value twice for one", async () => {
    expect(await formValues(posted("a=1&a=1"))).toEqual({ a: "1" });
  });
});

describe("what is read of an upload", () => {
  const withFiles = async (...sizes: number[]) => {
    const data = new FormData();
    data.set("intent", "attach");
    for (const size of sizes) data.append("file", new File([new Uint8Array(size)], "a.pdf"));
    const form = new Response(data);
    return posted(inChunks(new Uint8Array(await form.arrayBuffer())), form.headers.get("Content-Type"));
  };

  it("is one file and the fields", async () => {
    const { values, file } = await readUploadForm(await withFiles(7));
    expect([values, file?.fileName, file?.bytes.length]).toEqual([{ intent: "attach" }, "a.pdf", 7]);
  });

  it("is not several files, too large a file or a broken form", async () => {
    expect(await refusalOf(readUploadForm(await withFiles(7, 8)))).toBe("400 request.several-files");
    expect(await refusalOf(readUploadForm(await withFiles(1, 1, 1, 1, 1, 1)))).toBe("400 request.several-files");
    expect(await refusalOf(readUploadForm(await withFiles(20 * 1024 * 1024 + 1)))).toBe("413 applications.file-size");
    expect(await refusalOf(readUploadForm(await withFiles(22 * 1024 * 1024)))).toBe("413 applications.file-size");
    expect(await refusalOf(readUploadForm(posted("--x\r\nnothing", "multipart/form-data; boundary=x")))).toBe(
      "400 request.malformed",
    );
  });
});

describe("what is read as JSON", () => {
  const shape = z.object({ text: z.string() });

  it("is its shape, cleaned", async () => {
    expect(await readJson(posted('{"text":"a\\u0000b"}', "application/json"), shape)).toEqual({ text: "ab" });
  });

  it.each([
    ["text/plain", '{"text":""}', "415 request.content-type"],
    ["application/json", "{", "400 request.malformed"],
    ["application/json", "[".repeat(200_000), "400 request.malformed"],
    ["application/json", `${"[".repeat(5000)}${"]".repeat(5000)}`, "400 request.malformed"],
    ["application/json", '{"text":1}', "422 request.failed"],
    ["application/json", `"${"a".repeat(bodyLimits.json)}"`, "413 request.too-large"],
  ])("%s %.20s is refused: %s", async (type, body, refusal) => {
    expect(await refusalOf(readJson(posted(body, type), shape))).toBe(refusal);
  });
});
