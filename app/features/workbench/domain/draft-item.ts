import type { z } from "zod";
import { inFileOrder } from "~/features/policies/domain/document-file";
import { policyItemSchema, type PolicyItem } from "~/features/policies/domain/policy-item";
import { type Condition } from "~/features/policies/domain/condition-schema";

type Issue = z.core.$ZodIssue;

/** Faults a form may hold while it is being filled in: something empty, too long, or not yet in its format. */
const passing = new Set<Issue["code"]>(["too_small", "too_big", "invalid_format", "custom"]);

/** Whether a draft may be stored with these faults: its parts are all there, only what stands in them isn't right yet. */
function isPassing(issue: Issue): boolean {
  if (issue.code === "invalid_union")
    return issue.errors.some((branch) => branch.length > 0 && branch.every(isPassing));
  return passing.has(issue.code);
}

/**
 * A draft as it may be stored: an item in shape, though perhaps incomplete.
 * @returns the item with its keys in the order of the files; null where the shape itself is broken
 */
export function readDraftItem(value: unknown): PolicyItem | null {
  const checked = policyItemSchema.safeParse(value);
  if (checked.success) return checked.data;
  return checked.error.issues.every(isPassing) ? (value as PolicyItem) : null;
}

/** The JSON of an item as the files have it: two spaces, keys in the schema's order. */
export function itemText(item: PolicyItem): string {
  return JSON.stringify(policyItemSchema.safeParse(item).success ? inFileOrder(item) : item, null, 2);
}

/** A new item of a document: for every firm of the place, with nothing said of the sum yet. */
export function blankItem(start: {
  id: string;
  region: string;
  level: PolicyItem["level"];
  department: string;
  theme: string;
  document: PolicyItem["document"];
  title: string;
}): PolicyItem {
  const { id, region, level, department, theme, document, title } = start;
  const inPlace: Condition = { fact: "region", operator: "startsWithAny", value: [region.replace(/(00){1,2}$/, "")] };
  return {
    id,
    document,
    level,
    region,
    department,
    coDepartments: [],
    title,
    summary: title,
    theme,
    support: "reward",
    mode: "申报审批",
    conditions: { all: [inPlace] },
    amount: {
      kind: "fixed",
      yuan: 0,
      upTo: false,
      atLeast: false,
      effect: "payment",
      period: null,
      maxYears: null,
      instalments: null,
      rangeYuan: null,
      sharedCap: null,
    },
    exclusiveGroup: null,
    topUp: false,
    costSharing: null,
    multiplier: null,
    window: null,
    processingDays: null,
    materials: [],
    steps: ["企业网上申报", "县区初审", "部门审核", "公示", "资金拨付"],
    source: { title: document.title, quality: "official", url: null },
    inferred: [],
    notes: null,
  };
}
