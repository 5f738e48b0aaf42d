import type { Draft } from "~/features/applications/use-cases/read-draft.server";
import { recordAudit } from "~/features/documents/audited.server";
import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords } from "~/features/policies/domain/value-words";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { typefaces } from "../adapters/typefaces.server";
import { applicationPaper } from "../domain/application-form";
import { sourceOnPaper } from "../domain/paper-words";
import { layOut } from "../domain/lay-out";
import { flagMissing } from "../domain/missing-glyphs";
import type { DocumentPress } from "../domain/press";

/** The application form of a draft, to read and to pass round; neither signed nor kept. Who took it is written down. */
export async function previewApplication(
  deps: Deps & { press: DocumentPress },
  draft: Draft,
  sumFen: Fen | null,
): Promise<Buffer> {
  const { registry } = deps.catalogue;
  const names = codeNames(registry, "zh");
  const { enterprise, records } = draft.profile;
  const figures = factsOfItem(draft.item).flatMap((name) => {
    const definition = registry.facts.get(name);
    if (!definition) return [];
    const source =
      draft.answers[name] !== undefined
        ? "application"
        : (records.find((record) => record.fact === name)?.source ?? "registration");
    return [
      {
        label: definition.zh,
        value: factInWords(draft.facts[name], definition, "zh", names),
        source: sourceOnPaper(source),
      },
    ];
  });
  const paper = applicationPaper(
    {
      firm: {
        name: enterprise.name,
        creditCode: enterprise.creditCode,
        region: registry.regions.get(enterprise.regionCode)?.zh ?? "",
      },
      item: draft.item,
      number: null,
      submittedOn: null,
      round: 1,
      year: draft.row.year,
      rewardedYear: draft.row.rewardedYear,
      sumFen,
      figures,
      materials: draft.materials.map(({ name, files, state }) => ({
        name,
        files: files.map(({ fileName }) => fileName).join("\n") || (state === "held" ? "平台已有，免提交" : "尚未提交"),
      })),
      account: draft.account,
      pledged: draft.row.pledgedAt !== null,
    },
    null,
  );
  await recordAudit(deps, {
    action: "draft.exported",
    subject: { type: "application", id: draft.row.id },
    enterpriseId: draft.row.enterpriseId,
    after: { itemId: draft.row.itemId },
  });
  const { has, measure } = await typefaces();
  const { paper: printable } = flagMissing(paper, has);
  return deps.press.preview(layOut(printable, measure), {
    title: paper.title,
    author: paper.office,
    subject: draft.item.title,
    at: deps.clock.now(),
  });
}
