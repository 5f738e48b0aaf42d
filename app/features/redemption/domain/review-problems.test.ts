import { expect, it } from "vitest";
import { reviewProblems } from "./review-problems";

const config = { leadDepartmentId: "city-industry", coDepartmentIds: ["city-science"] };
const of = (filled: Parameters<typeof reviewProblems>[0]) => reviewProblems(filled, config, "2026-12-01");

it("tells everything that a step lacks at once", () => {
  expect(of({ action: "EXPERT_SCORED", comment: " ", score: null })).toEqual([
    "redemption.score-wrong",
    "redemption.reason-missing",
  ]);
  expect(of({ action: "MEETING_CALLED", comment: "" })).toEqual([
    "redemption.meeting-day",
    "redemption.meeting-offices",
  ]);
});

it.each([0, 100])("takes %d points with words", (score) =>
  expect(of({ action: "EXPERT_SCORED", comment: "可行", score })).toEqual([]),
);

it.each([-1, 101])("takes no %d points", (score) =>
  expect(of({ action: "EXPERT_SCORED", comment: "可行", score })).toEqual(["redemption.score-wrong"]),
);

it("asks for words where a step needs a reason, and for nothing else", () => {
  expect(of({ action: "SEND_BACK", comment: "" })).toEqual(["redemption.reason-missing"]);
  expect(of({ action: "REJECT", comment: "" })).toEqual(["redemption.refusal-reason-missing"]);
  expect(of({ action: "REJECT", comment: "同意", reason: " " })).toEqual(["redemption.refusal-reason-missing"]);
  expect(of({ action: "REJECT", comment: "", reason: "投资额不足" })).toEqual([]);
  expect(of({ action: "APPROVE", comment: "" })).toEqual([]);
});
