import { expect, it } from "vitest";
import { revokedAt } from "./revocation";

const day = (text: string) => new Date(`${text}T02:00:00Z`);
const steps = [
  { seq: 4, event: "REJECT", at: day("2026-03-02") },
  { seq: 5, event: "RECONSIDERATION_ASKED", at: day("2026-03-03") },
  { seq: 6, event: "DECISION_OVERTURNED", at: day("2026-03-10") },
  { seq: 8, event: "APPROVE", at: day("2026-03-20") },
  { seq: 10, event: "OBJECTION_UPHELD", at: day("2026-03-27") },
  { seq: 12, event: "REJECT", at: day("2026-04-02") },
];

it("is the day of the reconsideration for a refusal, of the objection for an approval", () => {
  expect(revokedAt({ kind: "rejection", seq: 4 }, steps)).toEqual(day("2026-03-10"));
  expect(revokedAt({ kind: "approval", seq: 8 }, steps)).toEqual(day("2026-03-27"));
});

it("is none of a decision that stands, nor of papers that decide nothing", () => {
  expect(revokedAt({ kind: "rejection", seq: 12 }, steps)).toBeNull();
  expect(revokedAt({ kind: "rejection", seq: 4 }, steps.slice(0, 2))).toBeNull();
  expect(revokedAt({ kind: "acceptance", seq: 1 }, steps)).toBeNull();
});
