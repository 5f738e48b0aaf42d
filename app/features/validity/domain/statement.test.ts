import { describe, expect, it } from "vitest";
import { validitySchema } from "~/features/policies/domain/policy-item";
import { stateOfTerm } from "~/features/policies/domain/validity";
import { statementSchema } from "../validity.schema";
import { kindsOf, problemsOf, statementKinds, termStated, type Said } from "./statement";

const today = "2026-11-29";
const said: Said = {
  kind: "confirmed",
  number: "示例函〔2026〕1号",
  day: "2026-11-28",
  from: "2024-01-01",
  until: "2027-12-31",
  since: null,
  by: "",
  words: "有效期至2027年12月31日。",
  source: "https://zone.example/a",
};
const before = { number: null, validFrom: "2021-01-01", validTo: "2026-12-31", validity: null };
const stateAfter = (parts: Partial<Said>, day = today) => {
  const term = termStated({ ...said, ...parts }, before, "示例部门");
  if (!term) throw new Error("no term");
  return stateOfTerm({ from: term.validFrom, until: term.validTo, validity: term.validity }, day);
};

describe("what a statement makes of a document", () => {
  it("is a validity that the rule files could hold too", () => {
    for (const kind of statementKinds.filter((each) => each !== "letEnd")) {
      const term = termStated({ ...said, kind, by: "新办法", since: today }, before, "示例部门");
      expect(validitySchema.safeParse(term?.validity).success, kind).toBe(true);
    }
    expect(termStated({ ...said, kind: "letEnd" }, before, "示例部门")).toBeNull();
  });

  it("confirmed: number, term, who, when, by which words and from where", () => {
    expect(termStated(said, before, "示例部门")).toEqual({
      number: "示例函〔2026〕1号",
      validFrom: "2024-01-01",
      validTo: "2027-12-31",
      validity: {
        known: "confirmed",
        basis: "有效期至2027年12月31日。",
        confirmed: { by: "示例部门", on: "2026-11-28", source: "https://zone.example/a" },
        checkedOn: "2026-11-28",
        sources: ["示例函〔2026〕1号", "https://zone.example/a"],
      },
    });
    expect(termStated(said, { ...before, number: "示例发〔2021〕1号" }, "示例部门")?.number).toBe("示例发〔2021〕1号");
  });

  it.each([
    [{ until: null }, today, "inForce"],
    [{ until: "2027-01-28" }, today, "endsSoon"],
    [{ kind: "ended", until: "2026-11-29", by: "决定" }, "2026-11-29", "endsSoon"],
    [{ kind: "ended", until: "2026-11-29", by: "决定" }, "2026-11-30", "ended"],
    [{ kind: "replaced", since: "2026-11-29", by: "新办法" }, "2026-11-29", "replaced"],
    [{ kind: "replaced", since: "2026-11-30", by: "新办法" }, "2026-11-29", "endsSoon"],
    [{ kind: "extended", until: "2028-12-31", by: "通知" }, today, "inForce"],
    [{ kind: "extended", until: null, by: "通知" }, "2040-01-01", "inForce"],
  ] as const)("%j is on %s %s", (parts, day, state) => expect(stateAfter(parts, day)).toBe(state));
});

describe("what may be said", () => {
  it.each([
    ["unconfirmed", null, ["confirmed", "replaced", "ended"]],
    ["presumedEnded", "2026-01-01", ["confirmed", "extended", "replaced", "ended"]],
    ["inForce", null, ["confirmed", "replaced", "ended"]],
    ["endsSoon", "2026-12-31", ["confirmed", "extended", "replaced", "ended", "letEnd"]],
    ["replaced", null, ["confirmed", "letEnd"]],
    ["ended", "2026-01-01", ["confirmed", "extended"]],
  ] as const)("%s, until %s: %j", (state, last, kinds) => expect(kindsOf(state, last)).toEqual(kinds));

  const present = { state: "unconfirmed", last: "2026-12-31", today } as const;
  it.each([
    [{}, {}],
    [{ day: "2026-11-30" }, { day: "validity:problem.dayAhead" }],
    [{ until: "2023-12-31" }, { until: "validity:problem.beforeFrom" }],
    [{ until: "2026-11-28" }, { until: "validity:problem.over" }],
    [{ until: "2026-11-29" }, {}],
    [{ kind: "extended", until: "2026-12-31" }, { until: "validity:problem.notLater" }],
    [{ kind: "extended", until: "2027-01-01" }, {}],
    [{ kind: "ended", until: "2026-11-29" }, { until: "validity:problem.endAhead" }],
    [{ kind: "ended", until: "2026-11-28" }, {}],
    [{ kind: "replaced", since: "2026-11-30" }, { since: "validity:problem.endAhead" }],
  ] as const)("%j: %j", (parts, problems) => expect(problemsOf({ ...said, ...parts }, present)).toEqual(problems));
});

describe("the form", () => {
  const typed = {
    kind: "confirmed",
    number: "示例函〔2026〕1号",
    day: "2026年11月28日",
    from: "2024.1.1",
    until: "",
    noEnd: "1",
    words: "长期有效。",
    address: "https://zone.example/a",
    version: "2",
    idempotencyKey: "k",
  };
  const fieldsOf = (parts: Partial<typeof typed> & Record<string, string>) => {
    const read = statementSchema.safeParse({ ...typed, ...parts });
    return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  };
  it("reads days as people type them", () => {
    expect(statementSchema.parse(typed)).toMatchObject({
      day: "2026-11-28",
      from: "2024-01-01",
      until: null,
      version: 2,
    });
  });
  it.each([
    [{}, []],
    [{ number: " " }, ["number"]],
    [{ day: "" }, ["day"]],
    [{ from: "" }, ["from"]],
    [{ noEnd: "", until: "" }, ["until"]],
    [{ until: "2027-01-01" }, ["until"]],
    [{ words: "" }, ["words"]],
    [{ address: "javascript:alert(1)" }, ["address"]],
    [{ address: "zone.example" }, ["address"]],
    [{ kind: "replaced" }, ["since", "by"]],
    [{ kind: "ended" }, ["until", "by"]],
    [{ kind: "letEnd", number: "" }, []],
    [{ kind: "gone" }, ["kind"]],
    [{ until: "2027-02-30", noEnd: "" }, ["until"]],
  ] as const)("%j lacks %j", (parts, fields) => expect(fieldsOf(parts)).toEqual(fields));
});
