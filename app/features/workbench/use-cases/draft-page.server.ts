import { personNames } from "~/features/identity/use-cases/person-names.server";
import type { Language } from "~/features/policies/domain/value-words";
import type { AppContext } from "~/platform/context.server";
import type { EditorState } from "../domain/editor-state";
import { readDraftItem } from "../domain/draft-item";
import { readDraft, type Draft } from "./draft-state.server";
import { editorChoices } from "./editor-choices.server";
import { previewDraft } from "./preview-draft.server";

type Context = Pick<AppContext, "prisma" | "sandbox" | "clock" | "catalogue">;

/** Everything the form of a draft shows. @throws Refusal `workbench.not-found` (404) */
export async function readDraftPage(context: Context, id: string, language: Language) {
  const draft = await readDraft({ tx: context.prisma }, id);
  const { catalogue } = context;
  const content = readDraftItem(draft.content) ?? draft.content;
  const alone = !catalogue.registry.items.some(
    (item) => item.id !== draft.itemId && catalogue.registry.documentIdOf(item.id) === draft.documentId,
  );
  const state: EditorState = {
    content,
    redemption: draft.redemption,
    explained: draft.explained,
    publishOn: draft.publishOn,
    endsOn: draft.endsOn,
  };
  return {
    ...draftHead(draft),
    state,
    alone,
    preview: await previewDraft(context, { ...draft, content }, language),
    choices: editorChoices(catalogue, language),
    names: await personNames(context.prisma, [draft.createdById, draft.changedById]),
  };
}

/** What every page of a draft says of it. */
export function draftHead({ id, itemId, documentId, status, version, changedAt, content, returnedReason }: Draft) {
  return { id, itemId, documentId, status, version, changedAt, title: content.title, returnedReason };
}
