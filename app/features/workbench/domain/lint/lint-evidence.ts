import { isFoundOut } from "~/features/enterprises/domain/derived-facts";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { amountFacts, leavesOf } from "~/features/policies/domain/walk-conditions";
import type { Finding } from "./finding";

type Definitions = ReadonlyMap<string, FactDefinition>;
type Found = Omit<Finding, "itemId">;

/** A place inside an item as `conditions.all[0].not` in the form findings use. */
export function slashed(at: string): string {
  return `/${at.replaceAll("[", ".").replaceAll("]", "").replaceAll(".", "/")}`;
}

/** Facts that no authority holds, in an item that asks for no material which could prove them. */
export function lintEvidence(
  item: Pick<PolicyItem, "conditions" | "amount" | "materials">,
  definitions: Definitions,
): Found[] {
  if (item.materials.length > 0) return [];
  const read = [
    ...leavesOf(item.conditions).map(({ at, node }) => ({ at, fact: node.fact })),
    ...amountFacts(item.amount).map(({ at, node }) => ({ at, fact: node })),
  ];
  const unheld = read.filter(({ fact }) => isUnheld(definitions.get(fact)));
  const first = unheld.filter(({ fact }, index) => unheld.findIndex((each) => each.fact === fact) === index);
  return first.map(({ at, fact }): Found => ({ code: "unverifiable", path: slashed(at), fact }));
}

/** Yes, no or one of several, as the firm says it: nobody else keeps it. */
function isTold({ authority, type }: FactDefinition): boolean {
  return authority === null && (type === "boolean" || type === "enum");
}

const listed = /列入|名单|清单|认定|备案|称号/;

/** Conditions on a list, a recognition or a filing that nobody keeps: 国家鼓励的清单 is a list, not a wish. */
export function lintLists({ conditions }: Pick<PolicyItem, "conditions">, definitions: Definitions): Found[] {
  return leavesOf(conditions).flatMap(({ at, node }): Found[] => {
    const fact = definitions.get(node.fact);
    if (!fact || !isTold(fact) || !listed.test(fact.zh + fact.question)) return [];
    return [{ code: "listUnheld", path: slashed(at), fact: fact.name }];
  });
}

const approximate = /近似|代替|此处[取按用只以]|按[^。；;，,]{1,14}处理|未作公式|推得|借用|未逐一/;

/** A note that says that the rule is not quite what the text says. */
export function lintNotes({ notes }: Pick<PolicyItem, "notes">): Found[] {
  const words = approximate.exec(notes ?? "")?.[0];
  return words === undefined ? [] : [{ code: "approximation", path: "/notes", values: { words } }];
}

/** Facts whose text names a place or a chain of industries, which many firms share. */
const shared = new Set(["park", "chain", "region", "industry"]);
const firmName = /[一-鿿（）()]{2,20}?(?:有限责任公司|股份有限公司|有限公司)/;
const creditCode = /[0-9A-HJ-NP-RT-UW-Y]{18}/;

/** Conditions, materials and steps that pick out one operator by name or credit code (公平竞争审查条例, article 10). */
export function lintCompetition(
  item: Pick<PolicyItem, "conditions" | "materials" | "steps" | "summary">,
  definitions: Definitions,
): Found[] {
  const inConditions = leavesOf(item.conditions).flatMap(({ at, node }): Found[] => {
    const texts = [node.value].flat().filter((value): value is string => typeof value === "string");
    const isFree = definitions.get(node.fact)?.type === "string" && !shared.has(node.fact);
    const named = texts.find((text) => isFree || firmName.test(text) || creditCode.test(text));
    return named === undefined
      ? []
      : [{ code: "namesOperator", path: slashed(at), fact: node.fact, values: { name: named } }];
  });
  const texts: [string, string][] = [
    ["/summary", item.summary],
    ...item.materials.map((text, index): [string, string] => [`/materials/${index}`, text]),
    ...item.steps.map((text, index): [string, string] => [`/steps/${index}`, text]),
  ];
  return [
    ...inConditions,
    ...texts.flatMap(([path, text]): Found[] => {
      const named = firmName.exec(text)?.[0];
      return named ? [{ code: "namesOperator", path, values: { name: named } }] : [];
    }),
  ];
}

function isUnheld(definition: FactDefinition | undefined): boolean {
  return definition?.authority === null && !isFoundOut(definition);
}
