import { expect, it } from "vitest";
import { stepOf } from "./step-of";

const steps = { sign: () => "signed", drop: () => "dropped" };

it("gives the step of the name", () => {
  expect(stepOf(steps, "drop")()).toBe("dropped");
});

it.each(["", undefined, "Sign", "constructor", "toString", "__proto__"])("refuses %j", (intent) => {
  expect(() => stepOf(steps, intent)).toThrow(expect.objectContaining({ code: "request.failed", status: 400 }));
});
