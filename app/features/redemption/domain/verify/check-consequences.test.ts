import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { consequencesOf, type Consequences, type Moved } from "../consequences";
import { shapesOf } from "./catalogue-shapes";
import { checkConsequences } from "./check-consequences";
import { explore } from "./explore";

const catalogue = loadCatalogueFiles("rules");
const shapes = shapesOf(
  catalogue.items.map((item) => ({ itemId: item.id, config: redemptionConfigOf(item, catalogue) })),
);

// That it is sound in every state of every workflow is part of `checkWorkflow`.
describe("what follows wrongly is found out", () => {
  const { config } = shapes.find(({ name }) => name === "reviewed + county + 1 co-departments + publicity")!;
  const found = explore(config);
  const lawsBroken = (spoil: (follows: Consequences, moved: Moved) => Partial<Consequences>) => {
    const derive = (moved: Moved) => {
      const follows = consequencesOf(moved);
      return { ...follows, ...spoil(follows, moved) };
    };
    return new Set(checkConsequences(found, config, derive).map((text) => text.split(":")[0]));
  };

  it.each<[law: string, spoil: Parameters<typeof lawsBroken>[0]]>([
    ["work or a term of a case that is over", ({ tasks }) => ({ tasks: { ...tasks, close: [] } })],
    ["nobody's turn", ({ tasks }) => ({ tasks: { ...tasks, open: [] } })],
    [
      "the same work of an office twice",
      ({ tasks }) => ({ tasks: { ...tasks, open: [...tasks.open, ...tasks.open] } }),
    ],
    [
      "a term that runs twice",
      ({ waits }, { row }) => ({
        waits: { ...waits, start: row.waits.map((kind) => ({ ...term, kind: kind as "draft" })) },
      }),
    ],
    [
      "a term that ends in nothing",
      ({ waits }) => ({
        waits: { ...waits, start: waits.start.map((wait) => ({ ...wait, event: "DRAFT_OVERDUE" as const })) },
      }),
    ],
    ["a publicity without its term", ({ waits }) => ({ waits: { ...waits, start: [] } })],
    [
      "a publicity that does not end when it should",
      ({ publicity }) => ({ publicity: publicity === "ended" ? null : publicity }),
    ],
    [
      "money kept for nothing, or freed though it is needed",
      ({ money }) => ({ money: money === "freed" ? null : money }),
    ],
    ["not listed for payment once", (_, { decision }) => (decision.to === "payment" ? { money: "payable" } : {})],
    ["obligations that outlive the decision", () => ({ obligations: null })],
    ["further parts are paid while money is asked back", () => ({ instalments: null })],
    ["further parts wait though no money is asked back", () => ({ instalments: "held" })],
    ["further parts are paid of what is asked back", () => ({ instalments: null })],
    ["a budget that is not checked", () => ({ asks: null })],
    [
      "a paper missing or too much, rejection",
      ({ documents }) => ({ documents: documents.filter((kind) => kind !== "rejection") }),
    ],
    [
      "a notice that nobody reads",
      ({ notices }) => ({ notices: notices.map((notice) => ({ ...notice, to: { enterpriseId: "another" } })) }),
    ],
    [
      "an end the firm does not hear of",
      ({ notices }) => ({ notices: notices.filter(({ to }) => !("enterpriseId" in to)) }),
    ],
    [
      "work that its office does not hear of",
      ({ notices }) => ({ notices: notices.filter(({ to }) => "enterpriseId" in to) }),
    ],
  ])("%s", (law, spoil) => expect(lawsBroken(spoil)).toContain(law));
});

const term = { owner: "firm", event: "DRAFT_OVERDUE", days: 1, working: true } as const;
