import { describe, expect, it } from "vitest";
import * as untyped from "./keep-running.mjs";

type Server = { address: string; ended: Promise<number | null> };
const keepRunning = untyped.keepRunning as unknown as (env: object, options: object) => Promise<Server>;

/** Servers that end with these codes one after the other; `null` is a signal, "fails" one that can't be brought up. */
function staged(codes: readonly (number | null | "fails" | "stays")[]) {
  const left = [...codes];
  const pauses: number[] = [];
  const said: string[] = [];
  const start = (_env: object, { stops }: { stops: (() => unknown)[] }): Promise<Server> => {
    const next = left.shift();
    if (next === "fails" || next === undefined) return Promise.reject(new Error("the server did not start"));
    let end: (code: number) => void = () => undefined;
    const ended = next === "stays" ? new Promise<number>((resolve) => (end = resolve)) : Promise.resolve(next);
    stops.push(() => end(0));
    return Promise.resolve({ address: "http://localhost:1", ended });
  };
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const stops: (() => unknown)[] = [];
  return {
    pauses,
    said,
    stops,
    run: () => keepRunning({}, { stops, start, pause, say: (text: string) => said.push(text) }),
  };
}

describe("a server that dies", () => {
  it("is started again, later each time, and it is said", async () => {
    const { run, pauses, said } = staged([1, null, "fails", 137, 0]);
    expect(await (await run()).ended).toBe(0);
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
    expect(said[0]).toBe("The server ended unexpectedly (1). It is started again in 1 s.");
    expect(said).toContain("The server runs again at http://localhost:1.");
  });

  it("is given up after eight failures in a row", async () => {
    const { run, pauses, said } = staged([1, ...Array.from({ length: 8 }, () => "fails" as const)]);
    expect(await (await run()).ended).toBe(1);
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(said.at(-1)).toContain("given up");
  });

  it("is left alone once it was asked to end", async () => {
    const { run, stops, pauses } = staged([1, "stays"]);
    const running = await run();
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const stop of stops) await stop();
    expect(await running.ended).toBe(0);
    expect(pauses).toEqual([1000]);
  });

  it("that never came up is the error it was", async () => {
    await expect(staged(["fails"]).run()).rejects.toThrow("the server did not start");
  });
});
