import { checkItem, type ItemRegistry } from "~/features/policies/domain/check-item";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { policyItemSchema, type PolicyItem } from "~/features/policies/domain/policy-item";
import { shapeProblems } from "~/features/policies/domain/shape-problems";
import { canonicalJson } from "~/kernel/canonical-json";
import { settingsProblems, type RedemptionSettings } from "./redemption-settings";
import { slashed } from "./lint/lint-evidence";

/** Something in a draft that can't be published; `path` as in findings. */
export type DraftProblem = { path: string; reason: string };

/** What of a draft is checked: item and settings are published together. */
export type Checked = { content: PolicyItem; documentId: string; redemption: RedemptionSettings };

/** Problems of shape and meaning, and of the item's place among the others of its document. */
export function problemsOf({ content, documentId, redemption }: Checked, catalogue: Catalogue): DraftProblem[] {
  const settings = settingsProblems(redemption).map(({ path, reason }) => ({ path: slashed(path), reason }));
  return [...inItem(content, documentId, catalogue), ...settings];
}

function inItem(item: PolicyItem, documentId: string, catalogue: Catalogue): DraftProblem[] {
  const shape = policyItemSchema.safeParse(item);
  if (!shape.success)
    return shapeProblems(shape.error.issues).map(({ path, reason }) => ({ path: slashed(path), reason }));
  const meaning = checkItem(item, registryOf(catalogue)).map(({ path, reason }) => ({ path: slashed(path), reason }));
  return [...meaning, ...amongOthers(item, documentId, catalogue)];
}

function amongOthers(item: PolicyItem, documentId: string, catalogue: Catalogue): DraftProblem[] {
  const others = catalogue.items.filter(
    (each) => each.id !== item.id && catalogue.documentIdOf(each.id) === documentId,
  );
  const [sibling] = others;
  if (!sibling) return [];
  return [
    ...(canonicalJson(sibling.document) === canonicalJson(item.document)
      ? []
      : [{ path: "/document", reason: "differs from the other items of the document" }]),
    ...(sibling.region === item.region
      ? []
      : [{ path: "/region", reason: "differs from the other items of the document" }]),
  ];
}

function registryOf(catalogue: Catalogue): ItemRegistry {
  return {
    facts: catalogue.facts,
    regionCodes: [...catalogue.regions.keys()],
    industryCodes: [...catalogue.industries.keys()],
    themes: catalogue.themes.map((theme) => theme.zh),
    departmentIdOf: (name, level) => catalogue.departmentIdOf(name, level),
  };
}
