import { describe, expect, it } from "vitest";
import { instalmentProblems, type Instalment } from "./instalment";
import { sayInstalments } from "./instalment-words";

const passes = { zh: "考核合格", en: "the assessment is passed" };
const half: Instalment = { percent: 50 };

describe("the parts of a sum", () => {
  it.each<[string, Instalment[], string[]]>([
    ["over three years", [{ percent: 40 }, { percent: 30, due: { year: 1 } }, { percent: 30, due: { year: 2 } }], []],
    ["in thirds", [{ percent: 33.34 }, { percent: 33.33, due: { year: 1 } }, { percent: 33.33, due: { year: 2 } }], []],
    ["on a condition alone", [half, { ...half, condition: passes }], []],
    ["that are not all", [half, { percent: 40, due: { year: 1 } }], ["0 parts add up to 90, not 100"]],
    ["whose later one comes by nothing", [half, half], ["1 a later part needs a day or a condition"]],
    [
      "whose first one waits",
      [
        { ...half, due: { year: 1 } },
        { ...half, due: { year: 1 } },
      ],
      ["0 the first part comes with the decision"],
    ],
    [
      "out of order",
      [{ percent: 40 }, { percent: 30, due: { year: 2 } }, { percent: 30, due: { months: 12 } }],
      ["2 it is due before the part ahead"],
    ],
  ])("%s", (_name, parts, problems) =>
    expect(instalmentProblems(parts).map(({ place, reason }) => `${place} ${reason}`)).toEqual(problems),
  );
  it("are said with what each waits for", () => {
    const parts = [half, { percent: 20, due: { year: 1 } }, { percent: 30, due: { months: 18 }, condition: passes }];
    expect(sayInstalments(parts, "zh")).toBe("50%（核定后）、20%（核定的次年）、30%（核定满18个月，考核合格后）");
    expect(sayInstalments(parts, "en")).toBe(
      "50% (with the decision), 20% (in the year after the decision), 30% (18 months after the decision, once the assessment is passed)",
    );
  });
});
