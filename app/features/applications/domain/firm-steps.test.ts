import { expect, it } from "vitest";
import { firmStage, firmSteps } from "./firm-steps";

const step = (event: string, departmentId: string | null = "city-science") => ({ event, departmentId });

it("a firm learns that departments confer and that they came to an end, not which one was against it", () => {
  const steps = ["SUBMIT", "CO_DISAGREE", "MEETING_CALLED", "MEETING_FAILED", "HEAD_OVERRULED", "APPROVE"];
  expect(firmSteps(steps.map((event) => step(event)))).toEqual([
    step("SUBMIT"),
    step("DEPARTMENTS_CONFER", null),
    step("DEPARTMENTS_AGREED", null),
    step("APPROVE"),
  ]);
  expect([firmStage("headDecision"), firmStage("leadApproval")]).toEqual(["conferral", "leadApproval"]);
});
