import { describe, expect, it } from "vitest";
import { item, smallCatalogue } from "../testing/small-catalogue";
import { buildCatalogue } from "./build-catalogue";
import { isForRegion, regionChain } from "./catalogue";
import { closedOn, closesOn, isOffered, windowOn } from "./offer";

const catalogue = buildCatalogue(smallCatalogue());
const lasting = (validFrom: string | null, validTo: string | null) =>
  item({ document: { ...item().document, validFrom, validTo } });
const yearly = (opens: string | null, closes: string | null) => item({ window: { opens, closes } });

describe("regionChain", () => {
  it("goes up to the nation", () =>
    expect(regionChain(catalogue.regions, "340500")).toEqual(["340500", "340000", "000000"]));
  it("of an unknown place is only the nation", () =>
    expect(regionChain(catalogue.regions, "999999")).toEqual(["000000"]));
  it("admits items of the place and above, none beside", () => {
    const chain = regionChain(catalogue.regions, "340500");
    const admitted = ["000000", "340000", "340500", "340521", "320000"].filter((region) =>
      isForRegion({ region }, chain),
    );
    expect(admitted).toEqual(["000000", "340000", "340500"]);
  });
});

describe("closedOn", () => {
  it.each([
    ["2025-12-31", { reason: "upcoming" }],
    ["2026-01-01", null],
    ["2026-06-30", null],
    ["2026-07-01", { reason: "ended", day: "2026-06-30" }],
  ])("%s: %o", (day, closed) => expect(closedOn(lasting("2026-01-01", "2026-06-30"), day)).toEqual(closed));
  it("without dates takes on, as long as it is known to be in force", () => {
    expect(closedOn(lasting(null, null), "1999-01-01")).toBeNull();
    const nobodyLooked = item({ document: { ...item().document, validTo: null, validity: undefined } });
    expect(closedOn(nobodyLooked, "2026-06-30")).toEqual({ reason: "doubtful" });
    expect(isOffered(nobodyLooked, "2026-06-30")).toBe(false);
  });
  it("tells what was replaced from what ended on a day", () => {
    const validity = {
      ...item().document.validity!,
      change: { kind: "replaced" as const, by: "新文件", on: "2026-03-01" },
    };
    const replaced = item({ document: { ...item().document, validity } });
    expect(closedOn(replaced, "2026-02-28")).toBeNull();
    expect(closedOn(replaced, "2026-03-01")).toEqual({ reason: "expired" });
  });
});

describe("windowOn counts both ends", () => {
  it.each([
    [null, null, "2026-05-05", "always"],
    ["02-20", "03-15", "2026-02-19", "closed"],
    ["02-20", "03-15", "2026-02-20", "open"],
    ["02-20", "03-15", "2026-03-15", "open"],
    ["02-20", "03-15", "2026-03-16", "closed"],
    [null, "08-10", "2026-01-01", "open"],
    [null, "08-10", "2026-08-11", "closed"],
    ["04-01", null, "2026-12-31", "open"],
    ["04-01", null, "2026-03-31", "closed"],
    ["11-01", "01-31", "2026-10-31", "closed"],
    ["11-01", "01-31", "2026-12-15", "open"],
    ["11-01", "01-31", "2026-01-31", "open"],
    ["11-01", "01-31", "2026-02-01", "closed"],
  ])("%s to %s on %s: %s", (opens, closes, day, state) => expect(windowOn(yearly(opens, closes), day)).toBe(state));
  it("without a window it is always open", () => expect(windowOn({ window: null }, "2026-05-05")).toBe("always"));
});

describe("closesOn", () => {
  const open = { ...item().document, validTo: null };
  it.each([
    ["its yearly end", "02-20", "03-15", null, "2026-03-01", "2026-03-15"],
    ["next year's end over the turn of the year", "11-01", "01-31", null, "2026-12-15", "2027-01-31"],
    ["the document's end where that comes first", "02-20", "03-15", "2026-03-10", "2026-03-01", "2026-03-10"],
    ["the document's end while the window is shut", "02-20", "03-15", "2026-12-31", "2026-05-01", "2026-12-31"],
  ])("is %s", (_name, opens, closes, validTo, day, end) =>
    expect(closesOn(item({ window: { opens, closes }, document: { ...open, validTo } }), day)).toBe(end),
  );
  it("is open-ended without window and end", () => expect(closesOn(item({ document: open }), "2026-05-05")).toBeNull());
});

describe("isOffered", () => {
  it.each([
    ["in force, no window", lasting(null, "2026-12-31"), true],
    ["expired", lasting(null, "2026-05-04"), false],
    ["upcoming", lasting("2026-05-06", null), false],
    ["window closed", yearly("06-01", "06-30"), false],
    ["window open", yearly("05-05", "05-05"), true],
  ])("%s", (_name, one, offered) => expect(isOffered(one, "2026-05-05")).toBe(offered));
});

describe("departmentIdOf", () => {
  it("takes the department of the asked level", () => {
    expect(catalogue.departmentIdOf("市财政局", "city")).toBe("city-finance");
    expect(catalogue.departmentIdOf("市财政局", "province")).toBe("province-finance");
  });
  it("takes another level where that one has none", () =>
    expect(catalogue.departmentIdOf("省财政厅", "county")).toBe("province-finance"));
  it("knows no stranger", () => expect(catalogue.departmentIdOf("示例局", "city")).toBeNull());
});
