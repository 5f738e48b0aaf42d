import { describe, expect, it } from "vitest";
import { createLog } from "./log.server";

describe("the log of the process", () => {
  it("says what an error was and where", () => {
    const lines: string[] = [];
    createLog("error", { write: (line) => void lines.push(line) }).error(
      { error: new Error("disk is full") },
      "round failed",
    );
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      msg: "round failed",
      error: { message: "disk is full", stack: expect.stringContaining("log.test.ts") as string },
    });
  });

  it("keeps secrets out", () => {
    const lines: string[] = [];
    createLog("info", { write: (line) => void lines.push(line) }).info({ password: "hidden-word" }, "login");
    expect(lines[0]).not.toContain("hidden-word");
  });
});
