import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { item } from "../testing/small-catalogue";
import { isForRegion, regionChain } from "./catalogue";
import { policyItemSchema, validitySchema, type PolicyItem, type Validity } from "./policy-item";
import { countStates, isInForce, lastDayOf, stateOn, termOf } from "./validity";

const found = (parts: Partial<Validity> = {}): Validity => ({
  known: "stated",
  basis: "文件载明期限。",
  checkedOn: "2026-11-29",
  sources: [],
  ...parts,
});
const lasting = (validFrom: string | null, validTo: string | null, validity?: Validity) =>
  item({
    document: { ...item().document, validFrom, validTo, ...(validity ? { validity } : { validity: undefined }) },
  });

describe("an item whose text states its term", () => {
  const stated = lasting("2026-01-01", "2026-12-31", found());
  it.each([
    ["2025-12-31", "upcoming"],
    ["2026-01-01", "inForce"],
    ["2026-10-31", "inForce"],
    // 60 days before the last one
    ["2026-11-01", "endsSoon"],
    ["2026-12-31", "endsSoon"],
    ["2027-01-01", "ended"],
  ])("on %s is %s", (day, state) => expect(stateOn(stated, day)).toBe(state));
  it("without an end goes on", () =>
    expect(stateOn(lasting("2008-01-01", null, found()), "2099-01-01")).toBe("inForce"));
});

describe("what nobody looked up", () => {
  it.each([
    [null, null, "unconfirmed"],
    ["2026-01-01", "2027-12-31", "unconfirmed"],
    ["2025-01-01", "2025-12-31", "ended"],
  ])("from %s to %s is %s", (from, to, state) => {
    expect(stateOn(lasting(from, to), "2026-11-29")).toBe(state);
    expect(stateOn(lasting(from, to, found({ known: "unknown" })), "2026-11-29")).toBe(state);
    expect(isInForce(lasting(from, to), "2026-11-29")).toBe(false);
  });
});

// Anhui decree 149, article 7: five years where no term is stated. Issued on 2021-12-02, the last day is 2026-12-01.
describe("a term that a norm gives", () => {
  const norm = { name: "五年", until: "2026-12-01" };
  const by = (known: Validity["known"], until: string | null = norm.until) =>
    lasting(null, null, found({ known, norm: { ...norm, until } }));
  it("holds to its last day and is presumed over from the next", () => {
    expect(stateOn(by("norm"), "2026-09-30")).toBe("inForce");
    expect(stateOn(by("norm"), "2026-12-01")).toBe("endsSoon");
    expect(stateOn(by("norm"), "2026-12-02")).toBe("presumedEnded");
    expect(lastDayOf(termOf(by("norm")))).toBe("2026-12-01");
  });
  it("does not put into force what is unknown, yet lets it be presumed over", () => {
    expect(stateOn(by("unknown"), "2026-12-01")).toBe("unconfirmed");
    expect(stateOn(by("unknown"), "2026-12-02")).toBe("presumedEnded");
    expect(lastDayOf(termOf(by("unknown")))).toBeNull();
  });
  it("without a known day had run out", () => expect(stateOn(by("norm", null), "2026-11-29")).toBe("presumedEnded"));
  it("says nothing where an official confirmed", () => {
    const confirmed = { by: "市经济和信息化局", on: "2026-12-05", source: "函" };
    const item = lasting(null, null, found({ known: "confirmed", confirmed, norm }));
    expect(stateOn(item, "2027-06-01")).toBe("inForce");
  });
});

describe("what happened to it since", () => {
  const changed = (
    kind: NonNullable<Validity["change"]>["kind"],
    on: string | null,
    known: Validity["known"] = "stated",
  ) => lasting(null, null, found({ known, change: { kind, by: "新文件", on } }));
  it.each([
    ["replaced", "2026-01-01", "2025-12-31", "inForce"],
    ["replaced", "2026-01-01", "2026-01-01", "replaced"],
    ["replaced", null, "2026-11-29", "replaced"],
    ["repealed", "2024-08-01", "2024-07-31", "inForce"],
    ["repealed", "2024-08-01", "2024-08-01", "ended"],
    ["completed", null, "2026-11-29", "ended"],
    ["amended", "2024-08-06", "2026-11-29", "inForce"],
    ["extended", "2026-01-01", "2026-11-29", "inForce"],
  ] as const)("%s on %s: on %s it is %s", (kind, on, day, state) =>
    expect(stateOn(changed(kind, on), day)).toBe(state),
  );
  it("holds for what is unknown too", () =>
    expect(stateOn(changed("replaced", null, "unknown"), "2026-11-29")).toBe("replaced"));
});

describe("an item with a term of its own", () => {
  const whole = lasting("2026-01-01", "2026-12-31", found());
  it("goes by it, and a null of its own is no end", () => {
    expect(stateOn({ ...whole, validTo: "2026-03-31" }, "2026-04-01")).toBe("ended");
    expect(stateOn({ ...whole, validTo: null }, "2027-04-01")).toBe("inForce");
    expect(stateOn({ ...whole, validFrom: "2026-05-01" }, "2026-04-30")).toBe("upcoming");
  });
  it("is unconfirmed where only its own validity is", () =>
    expect(stateOn({ ...whole, validity: found({ known: "unknown" }) }, "2026-04-01")).toBe("unconfirmed"));
});

describe("the shape of what is known", () => {
  const read = (validity: object) => validitySchema.safeParse({ ...found(), ...validity }).success;
  it("names the norm and the official it rests on", () => {
    expect(read({ known: "norm" })).toBe(false);
    expect(read({ known: "norm", norm: { name: "五年", until: null } })).toBe(true);
    expect(read({ known: "confirmed" })).toBe(false);
    expect(read({ confirmed: { by: "市科学技术局", on: "2026-11-30", source: "函" } })).toBe(false);
    expect(read({ sources: undefined })).toBe(false);
  });
  it("is no duty: an item without it is read", () =>
    expect(
      policyItemSchema.safeParse({ ...item(), document: { ...item().document, validity: undefined } }).success,
    ).toBe(true));
});

describe("the documents of rules/, as they were looked up on 2026-11-29", () => {
  const catalogue = loadCatalogueFiles(path.resolve("rules"));
  const of = (id: string): PolicyItem => {
    const item = catalogue.byId.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  };
  it.each([
    // “政策实施至2026年12月31日”
    ["cn-equip-loan-15", "endsSoon"],
    // “本公告自2020年1月1日起执行”, no end
    ["cn-ic-130nm-exempt", "inForce"],
    // “申请期限至2025年12月底”
    ["cn-social-25", "ended"],
    // followed from 2026-01-01 by 人社部发〔2026〕39号
    ["cn-job-stay-sme-60", "replaced"],
    // 企业所得税法第三十条, though the VAT text beside it ends with 2027
    ["cn-cit-disabled-wage", "inForce"],
    // five years from 2025-08-11
    ["ah-ai2-001", "inForce"],
    // 2018, five years are over
    ["mas-sci18-002", "presumedEnded"],
    // 2010, provisional
    ["mas-tour-001", "presumedEnded"],
    // the system of 2025 lists the same clauses
    ["mas-mfg22-003", "replaced"],
    // issued on 2021-12-02: presumed over from 2026-12-02
    ["mas-iii-001", "unconfirmed"],
    ["hs-elder-001", "unconfirmed"],
    // a refund of tax: forbidden from 2024-08-01
    ["cihu-003", "ended"],
    ["cihu-001", "presumedEnded"],
    ["ah-tour18-008", "ended"],
    // only the extra for 2026 has an end
    ["fl-extra-2026", "endsSoon"],
    ["fl-main", "inForce"],
  ])("%s is %s", (id, state) => expect(stateOn(of(id), "2026-11-29")).toBe(state));
  it("changes with the days", () => {
    expect(stateOn(of("mas-iii-001"), "2026-12-02")).toBe("presumedEnded");
    expect(stateOn(of("cihu-003"), "2024-07-31")).not.toBe("ended");
    expect(stateOn(of("cn-vat-small-1pct"), "2025-12-31")).not.toBe("replaced");
  });
  it("has been looked up document by document, each in force with words and a source", () => {
    const inForce = catalogue.items.filter((item) => isInForce(item, "2026-11-29"));
    expect(catalogue.items.filter(({ document }) => !document.validity)).toEqual([]);
    expect(inForce.filter((item) => termOf(item).validity?.sources.length === 0)).toEqual([]);
  });
  it("has more than 300 items in force for a firm of Ma'anshan, each shown by a source, none of the city's own", () => {
    const chain = regionChain(catalogue.regions, "340503");
    const here = catalogue.items.filter((item) => isForRegion(item, chain) && isInForce(item, "2026-11-29"));
    expect(here).toHaveLength(320);
    const shown = here.filter((item) => {
      const { validity } = termOf(item);
      return (
        validity?.known !== "unknown" && validity?.sources.some((source) => source !== "") && validity.basis !== ""
      );
    });
    expect(shown).toEqual(here);
    expect(here.filter((item) => item.region.startsWith("3405"))).toEqual([]);
  });
  it("writes no presumed day as a stated one", () =>
    expect(
      catalogue.items.filter(({ document: { validity, validTo } }) => validity?.known === "norm" && validTo !== null),
    ).toEqual([]));
  it("counts every item once and no demonstration", () => {
    const counts = countStates(catalogue.items, "2026-11-29");
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(935);
    const shown = { ...item(), document: { ...item().document, demo: true as const } };
    expect(countStates([shown], "2026-11-29").size).toBe(0);
  });
});
