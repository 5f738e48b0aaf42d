import type { UserActor } from "~/access/actor";
import type { AppContext, Deps } from "~/platform/context.server";
import type { UploadedFile } from "~/platform/files";
import { perform } from "~/platform/transact.server";
import { stepOf } from "~/kernel/step-of";
import type { FormAnswer } from "~/ui/form";
import { accountSchema } from "~/features/applications/applications.schema";
import { attachMaterial, detachMaterial } from "~/features/applications/use-cases/attach-material.server";
import { readableProblem } from "~/platform/check-readable.server";
import { holdDraft, type Draft } from "~/features/applications/use-cases/read-draft.server";
import { savePledge, saveAccount } from "~/features/applications/use-cases/save-draft.server";
import { saveFactsForm, type FactsAnswer } from "./save-facts-form.server";

type Values = Record<string, string>;
/** `stamp` tells one answer from the next. */
export type DraftAnswer = FormAnswer & Partial<Pick<FactsAnswer, "conflicts" | "kept">> & { stamp?: string };
type Step = (deps: Deps, draft: Draft, values: Values) => Promise<DraftAnswer | null>;

type Sent = { values: Values; file: UploadedFile | null };

/** Carries out one part of the draft's form: the page to go on with, or what won't do with everything typed. */
export async function draftAction(
  { values, file }: Sent,
  context: AppContext,
  actor: UserActor,
  id: string,
  enterpriseId: string,
) {
  const unreadable = await faultOf(values, file);
  const steps: Record<string, Step> = {
    facts: saveFactsForm,
    pledge: pledgeStep,
    account: (deps, draft, typed) => accountStep(deps, draft, typed, Buffer.from(context.env.DATA_KEY, "base64")),
    attach: async (deps, draft, typed) => {
      const name = typed["name"] ?? "";
      const problem =
        unreadable ??
        (await attachMaterial(deps, context.storage, draft, {
          name,
          ...(file ?? { fileName: "", bytes: new Uint8Array() }),
        }));
      return problem ? { errors: { [materialField(draft, name)]: `refusals:${problem}` }, values: {} } : null;
    },
    detach: async (deps, draft, typed) => {
      await detachMaterial(deps, draft, typed["material"] ?? "");
      return null;
    },
  };
  const { intent = "", auto, back } = values;
  const step = stepOf(steps, intent);
  // The page names what it keeps by the time that is stored, so both are one.
  const savedAt = context.clock.now();
  const answer = await perform({ ...context, clock: { now: () => savedAt } }, actor, async (deps) => {
    return step(deps, await holdDraft(deps, id, enterpriseId), values);
  });
  if (auto === "1")
    return { savedAt, kept: answer?.kept ?? {}, conflicts: answer?.conflicts ?? [], values: answer?.values ?? {} };
  if (answer && Object.keys(answer.errors).length > 0) return { ...answer, stamp: context.random.uuid() };
  return after(id, { intent, fromCheck: back === "check", savedAt });
}

/** What is wrong with a file that is handed in; nothing where none is. Found before the draft is locked. */
function faultOf({ intent }: Values, file: UploadedFile | null): Promise<string | null> {
  return file && intent === "attach" ? readableProblem(file.fileName, file.bytes) : Promise.resolve(null);
}

type Saved = { intent: string; fromCheck: boolean; savedAt: Date };

/**
 * Where one goes on: back to the check page when one came from there, but for files, of which there may be more. Every save leads to an
 * address of its own, so that one in the background, which loads nothing anew, is told apart from the way there.
 */
function after(id: string, { intent, fromCheck, savedAt }: Saved): string {
  if (intent === "attach" || intent === "detach")
    return `/firm/drafts/${id}?saved=materials&at=${savedAt.getTime()}${fromCheck ? "&from=check" : ""}#materials`;
  return fromCheck ? `/firm/drafts/${id}/check` : `/firm/drafts/${id}?saved=${intent}&at=${savedAt.getTime()}`;
}

/** Id of the field for the files of one requirement. */
function materialField(draft: Draft, name: string): string {
  return `file-${draft.item.materials.indexOf(name)}`;
}

async function pledgeStep(deps: Deps, draft: Draft, values: Values): Promise<FormAnswer | null> {
  if (values["pledge"] !== "1") return { errors: { pledge: "problem.pledge" }, values };
  await savePledge(deps, draft);
  return null;
}

async function accountStep(deps: Deps, draft: Draft, values: Values, key: Buffer): Promise<FormAnswer | null> {
  const checked = accountSchema.safeParse(values);
  if (checked.success) {
    await saveAccount(deps, draft, checked.data, key);
    return null;
  }
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { errors, values: { ...values, number: "" } };
}
