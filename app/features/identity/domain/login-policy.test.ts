import { describe, expect, it } from "vitest";
import { afterFailure, passwordProblem } from "./login-policy";

const now = new Date("2026-11-24T06:00:00Z");

describe("login policy", () => {
  it("locks for fifteen minutes at the fifth failure, not before", () => {
    expect(afterFailure(3, now)).toEqual({ failedLogins: 4, lockedUntil: null });
    expect(afterFailure(4, now)).toEqual({ failedLogins: 0, lockedUntil: new Date("2026-11-24T06:15:00Z") });
  });

  it.each([
    ["1234567", "tooShort"],
    ["x".repeat(129), "tooLong"],
    ["PassWord1", "common"],
    ["Factory-Lead", "sameAsLogin"],
    ["12345678", "common"],
  ])("%s is refused: %s", (password, problem) => {
    expect(passwordProblem(password, "factory-lead")).toBe(problem);
  });

  it("takes long phrases and every character", () => {
    expect(passwordProblem("慈湖 河边 的 三 只 白鹭", "factory-lead")).toBeNull();
    expect(passwordProblem("x".repeat(128), "factory-lead")).toBeNull();
  });
});
