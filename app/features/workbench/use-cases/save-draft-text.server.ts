import type { UserActor } from "~/access/actor";
import { policyItemSchema } from "~/features/policies/domain/policy-item";
import { shapeProblems, type ShapeProblem } from "~/features/policies/domain/shape-problems";
import type { Deps } from "~/platform/context.server";
import { readDraftItem } from "../domain/draft-item";
import { jsonFault } from "../domain/json-fault";
import { typedSettingsSchema } from "../domain/redemption-settings";
import { draftFor } from "./draft-state.server";
import { savePolicyDraft } from "./save-policy-draft.server";

/** What was typed, with what is wrong in it. */
export type DraftText = { text: string; settings: string };
export type BrokenText = DraftText & { faults: ShapeProblem[] };

/** Keeps a draft written as JSON. Text that is no item comes back as typed. @throws Refusal as `savePolicyDraft` */
export async function saveDraftText(
  deps: Deps & { actor: UserActor },
  id: string,
  version: number,
  typed: DraftText,
): Promise<BrokenText | null> {
  const draft = await draftFor(deps, id, version, "save");
  const [item, settings] = [parse(typed.text), parse(typed.settings)];
  if ("fault" in item) return { ...typed, faults: [{ path: "item", reason: item.fault }] };
  if ("fault" in settings) return { ...typed, faults: [{ path: "redemption", reason: settings.fault }] };
  const redemption = typedSettingsSchema.safeParse(settings.json);
  const faults = [
    ...(readDraftItem(item.json) ? [] : faultsOf(item.json)),
    ...(redemption.success ? [] : shapeProblems(redemption.error.issues, ["redemption"]).slice(0, most)),
  ];
  if (faults.length > 0 || !redemption.success) return { ...typed, faults };
  const { explained, publishOn, endsOn } = draft;
  await savePolicyDraft(deps, id, {
    version,
    content: item.json,
    redemption: redemption.data,
    explained: { ...explained },
    publishOn,
    endsOn,
  });
  return null;
}

function parse(text: string): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { fault: jsonFault(text, error instanceof Error ? error.message : "") };
  }
}

/** So many faults of one text are shown at once. */
const most = 20;

function faultsOf(value: unknown): ShapeProblem[] {
  const checked = policyItemSchema.safeParse(value);
  return checked.success ? [] : shapeProblems(checked.error.issues).slice(0, most);
}
