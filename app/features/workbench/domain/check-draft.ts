import { checkItem, type ItemRegistry } from "~/features/policies/domain/check-item";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { policyItemSchema, type PolicyItem } from "~/features/policies/domain/policy-item";
import { shapeProblems } from "~/features/policies/domain/shape-problems";
import { canonicalJson } from "~/kernel/canonical-json";
import { slashed } from "./lint/lint-evidence";

/** Something in a draft that can't be published; `path` as in findings. */
export type DraftProblem = { path: string; reason: string };

/** Problems of shape and meaning, and of the item's place among the others of its document. */
export function problemsOf(item: PolicyItem, documentId: string, catalogue: Catalogue): DraftProblem[] {
  const shape = policyItemSchema.safeParse(item);
  if (!shape.success) return shapeProblems(shape.error.issues).map(({ path, reason }) => ({ path: slashed(path), reason }));
  const inItem = checkItem(item, registryOf(catalogue)).map(({ path, reason }) => ({ path: slashed(path), reason }));
  return [...inItem, ...amongOthers(item, documentId, catalogue)];
}

function amongOthers(item: PolicyItem, documentId: string, catalogue: Catalogue): DraftProblem[] {
  const others = catalogue.items.filter((each) => each.id !== item.id && catalogue.documentIdOf(each.id) === documentId);
  const [sibling] = others;
  if (!sibling) return [];
  return [
    ...(canonicalJson(sibling.document) === canonicalJson(item.document) ? [] : [{ path: "/document", reason: "differs from the other items of the document" }]),
    ...(sibling.region === item.region ? [] : [{ path: "/region", reason: "differs from the other items of the document" }]),
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
