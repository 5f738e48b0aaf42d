import { describe, expect, it } from "vitest";
import { answerProblems, correctionPoints, correctionRows, pointsProblem } from "./correction-points";

describe("the list of a correction notice", () => {
  it("keeps its order and leaves out empty rows", () => {
    const values = {
      "about-2": "设备清单",
      "text-2": " 缺少签章 ",
      "about-0": "",
      "text-0": "请补充说明",
      "about-1": "营业收入",
      "text-1": "  ",
      "about-3": " ",
      "text-3": "",
      comment: "其他",
    };
    expect(correctionPoints(values)).toEqual([
      { about: "", text: "请补充说明" },
      { about: "营业收入", text: "" },
      { about: "设备清单", text: "缺少签章" },
    ]);
  });

  it("orders rows by number, not by name", () => {
    expect(correctionRows({ "text-10": "b", "text-9": "a", "text-x": "c" })).toEqual([9, 10]);
  });

  it("drops nothing in silence: what can't be sent is told with its number", () => {
    const points = (count: number, text = "缺少签章") => Array.from({ length: count }, () => ({ about: "", text }));
    expect(pointsProblem([])).toEqual({ code: "points-missing" });
    expect(pointsProblem(points(51))).toEqual({ code: "points-many" });
    expect(pointsProblem([...points(1), { about: "设备清单", text: "" }])).toEqual({
      code: "point-wordless",
      number: 2,
    });
    expect(pointsProblem([...points(2), ...points(1, "字".repeat(501))])).toEqual({ code: "point-long", number: 3 });
    expect(pointsProblem(points(50, "字".repeat(500)))).toBeNull();
  });
});

describe("the answers to a correction notice", () => {
  const points = [
    { about: "设备清单", text: "缺少签章" },
    { about: "", text: "请补充说明" },
  ];
  it("must be given to each point", () => {
    expect(answerProblems(points, ["已补盖", "已说明"], "")).toEqual({});
    expect(answerProblems(points, ["已补盖"], "见上")).toEqual({ "answer-1": "problem.required" });
    expect(answerProblems(points, ["  ", "已说明"], "")).toEqual({ "answer-0": "problem.required" });
    expect(answerProblems([], [], "")).toEqual({});
  });
  it("are not cut where they are too long", () => {
    expect(answerProblems(points, ["字".repeat(501), "字".repeat(500)], "字".repeat(2001))).toEqual({
      "answer-0": "problem.tooLong",
      answer: "problem.tooLong",
    });
  });
});
