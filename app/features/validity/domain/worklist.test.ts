import { describe, expect, it } from "vitest";
import type { Validity } from "~/features/policies/domain/policy-item";
import { dutiesOn, nothingSettled } from "./worklist";

const today = "2026-11-29";
const stated: Validity = { known: "stated", basis: "文件载明。", checkedOn: "2026-11-01", sources: ["示例"] };
const confirmedOn = (on: string): Validity => ({
  ...stated,
  known: "confirmed",
  confirmed: { by: "示例部门", on, source: "示例函" },
});
const until = (validTo: string | null, validity: Validity | undefined = stated) => ({
  validFrom: "2020-01-01",
  validTo,
  ...(validity ? { validity } : {}),
});
const works = (document: Parameters<typeof dutiesOn>[0], settled = nothingSettled) =>
  dutiesOn(document, settled, today).map(({ work }) => work);

describe("what an office has to do about a document", () => {
  // 7, 60 and 180 days after 2026-11-29
  it.each([
    ["2026-11-29", ["ends7"]],
    ["2026-12-06", ["ends7"]],
    ["2026-12-07", ["ends60"]],
    ["2027-01-28", ["ends60"]],
    ["2027-01-29", ["ends180"]],
    ["2027-05-28", ["ends180"]],
    ["2027-05-29", []],
    ["2026-11-28", []],
    [null, []],
  ] as const)("ends on %s: %j", (last, expected) => expect(works(until(last))).toEqual(expected));

  it("the last day of a norm counts like a stated one, while it is known by it", () => {
    const norm = { name: "示例规定", until: "2026-12-03" };
    expect(works(until(null, { ...stated, known: "norm", norm }))).toEqual(["ends7"]);
    expect(works(until(null, { ...stated, known: "norm", norm: { ...norm, until: "2026-11-28" } }))).toEqual([
      "presumedEnded",
    ]);
  });

  it("nobody is asked again about a last day on which it may end, but about another one", () => {
    const settled = { letEnd: { lastDay: "2026-12-06" }, filesDiffer: false };
    expect(works(until("2026-12-06"), settled)).toEqual([]);
    expect(works(until("2026-12-20"), settled)).toEqual(["ends60"]);
  });

  it.each([
    ["2025-11-29", ["yearly"]],
    ["2025-11-30", []],
    ["2024-02-29", ["yearly"]],
  ] as const)("confirmed on %s: %j", (on, expected) => expect(works(until(null, confirmedOn(on)))).toEqual(expected));

  it("what nobody looked up is unconfirmed, what has ended asks for nothing", () => {
    expect(works({ validFrom: null, validTo: null })).toEqual(["unconfirmed"]);
    expect(works(until(null, { ...stated, known: "unknown" }))).toEqual(["unconfirmed"]);
    expect(works(until("2026-01-01", confirmedOn("2020-01-01")))).toEqual([]);
  });

  it("items whose document was replaced are asked about until they may end with it", () => {
    const replaced = until(null, { ...stated, change: { kind: "replaced", by: "新办法", on: "2026-11-01" } });
    expect(works(replaced)).toEqual(["replaced"]);
    expect(works(replaced, { letEnd: { lastDay: "2026-12-06" }, filesDiffer: false })).toEqual(["replaced"]);
    expect(works(replaced, { letEnd: { lastDay: null }, filesDiffer: false })).toEqual([]);
  });

  it("several things stand in order, each with a key that stays as long as it is the same thing", () => {
    const duties = dutiesOn(until("2026-12-20", confirmedOn("2025-06-01")), { letEnd: null, filesDiffer: true }, today);
    expect(duties).toEqual([
      { work: "ends60", key: "ends60:2026-12-20", due: "2026-12-20" },
      { work: "filesDiffer", key: "filesDiffer", due: null },
      { work: "yearly", key: "yearly:2026-06-01", due: "2026-06-01" },
    ]);
  });
});
