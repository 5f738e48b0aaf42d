import { describe, expect, it } from "vitest";
import { readCaseFilter } from "../monitoring.schema";
import { casesHref, exportHref, reachHref, rowOf } from "./case-links";

const read = (href: string) => readCaseFilter(new URL(href, "http://localhost"));

describe("addresses of the lists behind the figures", () => {
  it("carry the dashboard's filter and what the figure counts, and are read back the same", () => {
    const filter = {
      year: 2026,
      department: "city-industry",
      theme: "知识产权与标准",
      region: "340500",
      section: "C",
      size: "unknown" as const,
    };
    expect(read(casesHref(filter, { stage: "unpaid", place: "340503" }))).toEqual({
      ...filter,
      stage: "unpaid",
      place: "340503",
    });
  });

  it("leave out what is not set", () => {
    expect(casesHref({}, { stage: undefined })).toBe("/monitor/cases");
    expect(exportHref({ month: "2026-03" }, "xlsx")).toBe("/monitor/export?month=2026-03&format=xlsx");
    expect(reachHref({ year: 2026 }, "viewed")).toBe("/monitor/reach?year=2026&kind=viewed");
  });

  it("narrow a row of the cut by region to that place alone, without those below it", () => {
    expect(rowOf("region", "340500")).toEqual({ place: "340500" });
    expect(rowOf("size", "unknown")).toEqual({ size: "unknown" });
  });
});

describe("a filter of an address", () => {
  it("drops what makes no sense instead of failing", () => {
    expect(
      read(
        "/monitor/cases?year=abc&region=3405&size=huge&month=2026-13&stage=x&task=x&envelope=1&section=Z&theme=%27%3B--",
      ),
    ).toEqual({});
  });
});
