import { afterEach, describe, expect, it } from "vitest";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { item } from "~/features/policies/testing/small-catalogue";
import { sandboxThread } from "./sandbox-thread.server";

const now = new Date("2026-11-26T02:00:00Z");
const module = new URL("../testing/obedient-thread.ts", import.meta.url).href;
const logged: string[] = [];
const log = { error: (_data: object, words: string) => void logged.push(words) };

let sandbox = open();
function open(limits: { patienceMs?: number; limitMs?: number } = { patienceMs: 30_000 }) {
  logged.length = 0;
  return sandboxThread({ module, data: {}, log, ...limits });
}
const ask = (order: string) =>
  sandbox.ask({ topic: "impact", item: { ...item(), title: order } satisfies PolicyItem }, now);

afterEach(() => sandbox.stop());

describe("the thread of the sandbox", () => {
  it("starts with the first question and answers one after the other", async () => {
    sandbox = open();
    expect(await Promise.all([ask("answer"), ask("answer")])).toEqual([{ firms: 7 }, { firms: 7 }]);
  });

  it("refuses what waited when it crashes, says so in the log, and starts anew with the next question", async () => {
    sandbox = open();
    const waiting = ask("load");
    await Promise.all([
      expect(ask("crash")).rejects.toMatchObject({ code: "workbench.sandbox-stopped", status: 503 }),
      expect(waiting).rejects.toMatchObject({ code: "workbench.sandbox-stopped", status: 503 }),
    ]);
    expect(logged).toEqual(["the sandbox failed"]);
    expect(await ask("answer")).toEqual({ firms: 7 });
  });

  it("ends a thread that does not answer within the limit, and starts anew", async () => {
    sandbox = open({ patienceMs: 30_000, limitMs: 300 });
    await ask("answer");
    await expect(ask("hang")).rejects.toMatchObject({ code: "workbench.sandbox-stopped" });
    expect(logged).toEqual(["the sandbox did not answer"]);
    expect(await ask("answer")).toEqual({ firms: 7 });
  });

  it("does not wait for the first reading longer than its patience, and tells how far it is", async () => {
    sandbox = open({ patienceMs: 4000 });
    await expect(ask("load")).rejects.toMatchObject({
      code: "workbench.register-loading",
      status: 503,
      params: { count: 1500 },
    });
    expect(logged).toEqual([]);
  });

  it("passes on an error of one question and goes on", async () => {
    sandbox = open();
    await expect(ask("fail")).rejects.toThrow("told to fail");
    expect(await ask("answer")).toEqual({ firms: 7 });
  });

  it("can be stopped before it was ever asked, and more than once", async () => {
    sandbox = open();
    await sandbox.stop();
    await ask("answer");
    await sandbox.stop();
    await sandbox.stop();
  });
});
