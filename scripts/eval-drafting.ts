import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { draftClauses } from "~/features/workbench/domain/drafting/draft-clauses";
import { indexFacts } from "~/features/workbench/domain/drafting/fact-index";
import type { Clause } from "~/features/workbench/domain/drafting/span";
import { scoreItem, type Score } from "./drafting/score";

/*
 * Drafts every item of the catalogue from its title, summary and notes and compares it with the rule the catalogue holds. The
 * documents are in two halves by the first bit of the SHA-256 of their id: `dev`, on which the drafter was developed, and `held`, which
 * is scored and whose items are never listed.
 */
const { values } = parseArgs({
  options: {
    root: { type: "string", default: "rules" },
    half: { type: "string", default: "held" },
    json: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
});
const half = values.half === "dev" ? "dev" : "held";

const catalogue = loadCatalogueFiles(values.root);
const { synonyms } = catalogue;
const context = { index: indexFacts([...catalogue.facts.values()], synonyms), departments: catalogue.departments };
const wordsOf = (fact: string) => [
  ...(synonyms.facts[fact] ?? []),
  ...Object.values(synonyms.values[fact] ?? {}).flat(),
  ...(fact === "industry" ? Object.values(synonyms.industries).flat() : []),
];

const items = catalogue.items.filter((item) => halfOf(catalogue.documentIdOf(item.id)) === half);
const scores = items.map((item) => ({ item, score: scoreOf(item) }));
const total = (of: (score: Score) => number) => scores.reduce((sum, { score }) => sum + of(score), 0);
const share = (kind: "amounts" | "thresholds" | "facts") => {
  const asked = total((score) => score[kind].asked);
  return asked === 0 ? 1 : rounded(total((score) => score[kind].right) / asked);
};

if (values.misses && half === "dev")
  for (const { item, score } of scores)
    if (score.misses.length > 0)
      console.log(
        [
          `${item.id} ${item.title} | ${item.summary} | ${item.notes ?? ""}`,
          ...score.misses.map((miss) => `  ${miss}`),
        ].join("\n"),
      );

const figures = {
  amountRight: share("amounts"),
  thresholdRight: share("thresholds"),
  factRight: share("facts"),
  invented: rounded(
    total((score) => score.invented.found) /
      Math.max(
        1,
        total((score) => score.invented.asked),
      ),
  ),
  notStated: total((score) => score.notStated),
};
const counts = {
  half,
  items: items.length,
  amounts: total((score) => score.amounts.asked),
  thresholds: total((score) => score.thresholds.asked),
  facts: total((score) => score.facts.asked),
  beside: rounded(
    total((score) => score.beside.found) /
      Math.max(
        1,
        total((score) => score.beside.asked),
      ),
  ),
  proposed: total((score) => score.invented.asked),
};
if (values.json) console.log(JSON.stringify({ ...figures, counts }));
else for (const [name, value] of Object.entries({ ...figures, ...counts })) console.log(`${name}: ${value}`);
const bars =
  figures.amountRight >= 0.85 &&
  figures.thresholdRight >= 0.85 &&
  figures.factRight >= 0.75 &&
  figures.invented <= 0.03;
if (!bars) process.exitCode = 1;

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The half a document belongs to, by the first bit of the SHA-256 of its id. */
function halfOf(documentId: string): "dev" | "held" {
  return (createHash("sha256").update(documentId).digest()[0] ?? 0) < 128 ? "dev" : "held";
}

function scoreOf(item: PolicyItem): Score {
  const clauses: Clause[] = [
    { part: "title", text: item.title },
    { part: "summary", text: item.summary },
    ...(item.notes ? [{ part: "notes" as const, text: item.notes }] : []),
  ];
  const { text, proposals } = draftClauses(clauses, context);
  return scoreItem(item, text, proposals, { facts: catalogue.facts, wordsOf });
}
