import type { FactDefinition } from "./fact-definition";

type Owned = Pick<FactDefinition, "zh" | "en" | "whose">;

const owners = {
  group: { zh: "所属集团", en: "group" },
  investee: { zh: "被投资企业", en: "investee" },
} as const;

/** The name of a fact, with whom it tells of where that is not the firm itself: 「（所属集团）投资方榜单类别」. */
export function factLabel(fact: Owned, language: "zh" | "en"): string {
  if (!fact.whose) return fact[language];
  const owner = owners[fact.whose][language];
  return language === "zh" ? `（${owner}）${fact.zh}` : `${fact.en} (of the ${owner})`;
}
