import type { UserActor } from "~/features/identity/domain/actor";
import { policyItemSchema } from "~/features/policies/domain/policy-item";
import { shapeProblems } from "~/features/policies/domain/shape-problems";
import type { Deps } from "~/platform/context.server";
import { readDraftItem } from "../domain/draft-item";
import { draftFor } from "./draft-state.server";
import { savePolicyDraft } from "./save-policy-draft.server";

/** What was typed, with what is wrong in it. */
export type BrokenText = { text: string; faults: string[] };

/** Keeps a draft written as JSON. Text that is no item comes back as typed. @throws Refusal as `savePolicyDraft` */
export async function saveDraftText(deps: Deps & { actor: UserActor }, id: string, version: number, text: string): Promise<BrokenText | null> {
  const draft = await draftFor(deps, id, version, "save");
  const value = parse(text);
  if ("fault" in value) return { text, faults: [value.fault] };
  if (!readDraftItem(value.json)) return { text, faults: faultsOf(value.json) };
  const { redemption, explained, publishOn, endsOn } = draft;
  await savePolicyDraft(deps, id, { version, content: value.json, redemption, explained: { ...explained }, publishOn, endsOn });
  return null;
}

function parse(text: string): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function faultsOf(value: unknown): string[] {
  const checked = policyItemSchema.safeParse(value);
  return checked.success ? [] : shapeProblems(checked.error.issues).slice(0, 20).map(({ path, reason }) => `${path}: ${reason}`);
}
