import { expect, it } from "vitest";
import { afterAnswer, afterSkip, backFrom, interviewQuery, readInterviewState } from "./interview-state";

const start = readInterviewState(new URLSearchParams());

it("is kept in the address and read from it again", () => {
  const state = afterSkip(afterAnswer(start, "employees", { eligible: 3, open: 9, cashFen: 50_000n }), "park");
  expect(readInterviewState(new URLSearchParams(interviewQuery(state)))).toEqual(state);
  const answered = afterAnswer(state, "park", { eligible: 3, open: 9, cashFen: 50_000n });
  expect(interviewQuery(answered)).toBe("?done=employees%2Cpark&before=3.9.50000");
  expect(readInterviewState(new URLSearchParams(interviewQuery(answered)))).toEqual(answered);
});

it("goes back answer by answer", () => {
  const two = { ...start, done: ["a", "b"] };
  expect(backFrom(two)).toMatchObject({ at: "b", done: ["a"] });
  expect(backFrom({ ...two, at: "b", done: ["a"] })).toMatchObject({ at: "a", done: [] });
  expect(backFrom(start)).toBeNull();
});

it("counts nonsense as not said", () => {
  expect(readInterviewState(new URLSearchParams("at=<x>&skipped=,,A&before=1.2.x"))).toEqual(start);
});
