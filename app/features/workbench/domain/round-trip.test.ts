import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { type PolicyItem, policyItemSchema } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { shapeProblems } from "~/features/policies/domain/shape-problems";
import { item } from "~/features/policies/testing/small-catalogue";
import { amountKinds, amountWith, partWith } from "./amount-kinds";
import { problemsOf } from "./check-draft";
import { blankItem, itemText, readDraftItem } from "./draft-item";
import {
  addAt,
  childrenOf,
  moveAt,
  negateAt,
  removeAt,
  replaceAt,
  switchAt,
  unwrapAt,
  wrapAt,
  type TreePath,
} from "./edit-tree";
import { leafWith, operatorsFor } from "./operators-for";
import { problemInWords } from "./problem-words";
import { settingsOf, settingsProblems, settingsText, typedSettingsSchema, withSettings } from "./redemption-settings";

const catalogue = loadCatalogueFiles("rules");

/** Every place of a tree, as the builder walks it. */
function placesOf(node: Condition, path: TreePath = []): TreePath[] {
  if ("not" in node) return [path, ...placesOf(node.not, [...path, "not"])];
  const group = childrenOf(node);
  return [path, ...(group?.children.flatMap((child, index) => placesOf(child, [...path, group.kind, index])) ?? [])];
}

describe("form and JSON are the same content for all 935 items", () => {
  it("writes an item as the files have it and reads it back exactly, whatever the order of keys in the database", () => {
    expect(catalogue.items).toHaveLength(935);
    for (const each of catalogue.items) {
      const { document, ...own } = each;
      const text = itemText({ ...own, document });
      expect(readDraftItem(JSON.parse(text))).toEqual(each);
      expect(itemText(JSON.parse(text) as PolicyItem)).toBe(text);
      expect(JSON.stringify((({ document: _, ...rest }) => rest)(JSON.parse(text) as PolicyItem))).toBe(
        JSON.stringify(own),
      );
    }
  });
  it("reaches every condition of every item, and an edit that changes nothing leaves the tree as it was", () => {
    let reached = 0;
    for (const { conditions } of catalogue.items) {
      for (const path of placesOf(conditions)) {
        expect(replaceAt(conditions, path, (node) => node)).toEqual(conditions);
        expect(negateAt(negateAt(conditions, path), path)).toEqual(conditions);
        reached += 1;
      }
    }
    expect(reached).toBeGreaterThan(2400);
  });
  it("offers every fact and operator the catalogue uses, and keeps the value when the same operator is chosen again", () => {
    for (const { conditions } of catalogue.items) {
      for (const path of placesOf(conditions)) {
        let leaf: Condition | null = null;
        replaceAt(conditions, path, (node) => (leaf = node));
        if (!leaf || !("fact" in (leaf as object))) continue;
        const { fact, operator, value } = leaf as Extract<Condition, { fact: string }>;
        const definition = catalogue.facts.get(fact);
        if (!definition) throw new Error(fact);
        expect(operatorsFor(definition)).toContain(operator);
        expect(leafWith(definition, operator, value)).toEqual(leaf);
      }
    }
  });
  it("keeps an amount when its own kind is chosen again, and makes sound ones of every other kind", () => {
    for (const each of catalogue.items) {
      expect(readDraftItem({ ...each, amount: amountWith(each.amount.kind, each.amount) })).not.toBeNull();
      if (each.amount.kind === "fixed") expect(amountWith("fixed", each.amount)).toEqual(each.amount);
      for (const kind of amountKinds)
        expect(readDraftItem({ ...each, amount: amountWith(kind, each.amount) })?.amount.kind).toBe(kind);
    }
  });
  it("keeps the way of redemption: own settings over what follows from the text give back what is published", () => {
    for (const each of catalogue.items) {
      const derived = redemptionConfigOf(each, catalogue);
      expect(settingsOf(derived, derived)).toEqual({});
      const review =
        derived.workflow === "reviewed"
          ? {
              experts: (derived.experts ?? 0) + 2,
              siteVisit: !derived.siteVisit,
            }
          : {};
      const published = {
        ...derived,
        ...review,
        correctionClock: "reset" as const,
        promisedWorkingDays: derived.promisedWorkingDays + 1,
        stageWorkingDays: { ...derived.stageWorkingDays, payment: 9 },
      };
      const settings = settingsOf(derived, published);
      expect(withSettings(derived, settings)).toEqual(published);
      expect(settingsProblems(settings)).toEqual([]);
      expect(typedSettingsSchema.parse(JSON.parse(settingsText(settings)))).toEqual(settings);
    }
  });
});

describe("settings of redemption", () => {
  const config = (id: string) => {
    const found = catalogue.byId.get(id);
    if (!found) throw new Error(id);
    return redemptionConfigOf(found, catalogue);
  };
  it("put panel, visit, round and clock over what follows from the text", () => {
    expect(withSettings(config("mas-iii-001"), {})).toMatchObject({
      experts: 3,
      siteVisit: true,
      batch: { quota: 5, proRata: true },
      correctionClock: "pause",
    });
    expect(
      withSettings(config("mas-iii-001"), { experts: 0, siteVisit: false, correctionClock: "reset" }),
    ).toMatchObject({ experts: 0, siteVisit: false, correctionClock: "reset" });
  });
  it("leave what only reviewed cases have alone where the item is not reviewed", () => {
    const free = catalogue.items.find(({ mode }) => mode === "免申即享");
    expect(
      withSettings(config(free?.id ?? ""), {
        countyPreReview: true,
        experts: 3,
        siteVisit: true,
        coDepartmentIds: ["city-finance"],
      }),
    ).toMatchObject({
      workflow: "applyFree",
      countyPreReview: false,
      experts: 0,
      siteVisit: false,
      batch: null,
      coDepartmentIds: [],
    });
  });
  it("are kept with a number out of its range, which stands in the way of publishing, told at its place", () => {
    const typed = {
      promisedWorkingDays: 0,
      experts: 99,
      stageWorkingDays: { payment: 401 },
    };
    expect(typedSettingsSchema.safeParse(typed).success).toBe(true);
    const problems = settingsProblems(typed);
    expect(problems.map(({ path }) => path)).toEqual([
      "redemption.promisedWorkingDays",
      "redemption.stageWorkingDays.payment",
      "redemption.experts",
    ]);
    expect(problems.map(({ reason }) => problemInWords(reason, "zh"))).toEqual([
      "不能小于 1",
      "不能大于 400",
      "不能大于 15",
    ]);
    expect(problems.map(({ reason }) => problemInWords(reason, "en"))).toEqual([
      "must be at least 1",
      "must be at most 400",
      "must be at most 15",
    ]);
    expect(
      problemsOf(
        { content: catalogue.byId.get("mas-iii-001") as PolicyItem, documentId: "mas-iii", redemption: typed },
        catalogue,
      ).map(({ path }) => path),
    ).toContain("/redemption/experts");
  });
});

describe("problems of an unfinished item", () => {
  it("are said in plain words in both languages", () => {
    const broken = {
      ...item(),
      title: "",
      summary: "长".repeat(200),
      document: { ...item().document, issuedOn: "2026-02-30" },
      bonus: 1,
    };
    const shape = policyItemSchema.safeParse(broken);
    const reasons = shape.success ? [] : shapeProblems(shape.error.issues).map(({ reason }) => reason);
    const words = (language: "zh" | "en") => reasons.map((reason) => problemInWords(reason, language));
    expect(words("zh")).toEqual(expect.arrayContaining(["不能为空", "不能超过 120 个字", "没有“bonus”这个字段"]));
    expect(words("en")).toEqual(
      expect.arrayContaining(["must not be empty", "must have at most 120 characters", "there is no field “bonus”"]),
    );
    expect(words("en").filter((text) => /expected|Invalid|Unrecognized/.test(text))).toEqual([]);
  });
});

describe("a draft", () => {
  it("may be incomplete, but not broken", () => {
    expect(readDraftItem({ ...item(), title: "", summary: "" })).not.toBeNull();
    expect(
      readDraftItem({ ...item(), conditions: { fact: "region", operator: "startsWithAny", value: [] } }),
    ).not.toBeNull();
    expect(
      readDraftItem({ ...item(), conditions: { fact: "region", operator: "beginsWith", value: ["34"] } }),
    ).toBeNull();
    expect(readDraftItem({ ...item(), amount: { kind: "percent" } })).toBeNull();
    expect(readDraftItem({ ...item(), bonus: 1 })).toBeNull();
    expect(readDraftItem("text")).toBeNull();
  });
  it("starts as an item of its place", () => {
    const { document } = item();
    const blank = blankItem({
      id: "mas-demo-009",
      region: "340500",
      level: "city",
      department: "市经济和信息化局",
      theme: "技术创新",
      document,
      title: "新事项",
    });
    expect(readDraftItem(blank)).toEqual(blank);
    expect(blank.conditions).toEqual({ all: [{ fact: "region", operator: "startsWithAny", value: ["3405"] }] });
  });
});

describe("edits of the tree", () => {
  const [a, b, c]: Condition[] = ["a", "b", "c"].map((fact) => ({ fact, operator: "equal", value: 1 }) as Condition);
  const tree = { all: [a, { any: [b, { not: c }] }] } as Condition;
  it("adds, removes, moves", () => {
    expect(addAt(tree, ["all", 1], a as Condition)).toEqual({ all: [a, { any: [b, { not: c }, a] }] });
    expect(removeAt(tree, ["all", 1, "any", 1, "not"])).toEqual({ all: [a, { any: [b] }] });
    expect(removeAt({ all: [a] } as Condition, ["all", 0])).toEqual({ all: [a] });
    expect(moveAt(tree, ["all", 1], -1)).toEqual({ all: [{ any: [b, { not: c }] }, a] });
    expect(moveAt(tree, ["all", 1], 1)).toEqual(tree);
  });
  it("wraps, dissolves, negates, switches", () => {
    expect(wrapAt(tree, ["all", 0], "any")).toEqual({ all: [{ any: [a] }, { any: [b, { not: c }] }] });
    expect(unwrapAt(tree, ["all", 1])).toEqual({ all: [a, b, { not: c }] });
    expect(unwrapAt(tree, [])).toEqual(tree);
    expect(negateAt(tree, ["all", 1, "any", 1])).toEqual({ all: [a, { any: [b, c] }] });
    expect(switchAt(tree, [])).toEqual({ any: [a, { any: [b, { not: c }] }] });
    expect(() => replaceAt(tree, ["all", 7], (node) => node)).toThrow(RangeError);
  });
  it("makes a part of another kind with what fits", () => {
    expect(partWith("perUnit", { kind: "percent", base: "rdExpense", percent: 5, capYuan: 9 })).toEqual({
      kind: "perUnit",
      unit: "rdExpense",
      yuanPerUnit: 0,
      capYuan: 9,
    });
  });
});
