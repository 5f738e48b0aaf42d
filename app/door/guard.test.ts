import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { Refusal } from "~/kernel/refusal";
import { guardedFile, guardedFrame, guardedLoader } from "./guard.server";

const asked = (headers: Record<string, string> = {}, params: Record<string, string> = {}) =>
  ({
    request: new Request("https://hqt.example/documents/1", { headers }),
    params,
    context: { env: {} },
  }) as unknown as LoaderFunctionArgs;
const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.catch((thrown: unknown) => thrown);

describe("a file that is refused", () => {
  const refusing = (refusal: Refusal) =>
    guardedFile("public", () => {
      throw refusal;
    });
  const opened = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

  it("leads who opens it in a browser to the page that says why", async () => {
    const answer = (await thrownBy(refusing(new Refusal("funds.batch-empty", 422))(asked(opened)))) as Response;
    expect(answer.status).toBe(302);
    const to = new URL(answer.headers.get("Location") ?? "", "https://hqt.example");
    expect([to.pathname, ...to.searchParams]).toEqual(["/refused", ["status", "422"], ["code", "funds.batch-empty"]]);
  });

  it("names no code whose words need values", async () => {
    const withValues = new Refusal("funds.form-part", 422, { number: "PC-1", missing: 1 });
    const answer = (await thrownBy(refusing(withValues)(asked(opened)))) as Response;
    expect(answer.headers.get("Location")).toBe("/refused?status=422");
  });

  it.each(["", "*/*", "application/json"])("says its code to others: %j", async (accept) => {
    const answer = (await thrownBy(
      refusing(new Refusal("request.not-found", 404))(asked({ Accept: accept })),
    )) as Response;
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "request.not-found" });
  });

  it("that is only away for a moment is asked for again", async () => {
    const answer = (await thrownBy(refusing(new Refusal("request.unavailable", 503))(asked(opened)))) as Response;
    expect(answer.status).toBe(503);
  });
});

describe("a key that nothing can have", () => {
  const odd = asked({}, { id: "no-uuid" });

  it("is refused by a page, and the frame around it stays that of the person", async () => {
    expect(await thrownBy(guardedLoader("public", () => "page")(odd))).toMatchObject({ init: { status: 404 } });
    expect(await guardedFrame(() => "frame")(odd)).toBe("frame");
  });
});
