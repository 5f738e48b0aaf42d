import { redirect } from "@remix-run/node";
import type { UserActor } from "~/features/identity/domain/actor";
import type { AppContext, Deps } from "~/platform/context.server";
import { readUploadForm } from "~/platform/read-upload.server";
import { perform } from "~/platform/transact.server";
import { Refusal } from "~/kernel/refusal";
import type { FormAnswer } from "~/ui/form";
import { accountSchema } from "../applications.schema";
import { attachMaterial, detachMaterial } from "./attach-material.server";
import { readDraft, type Draft } from "./read-draft.server";
import { readAnswers, saveAccount, saveAnswers, savePledge } from "./save-draft.server";

type Values = Record<string, string>;
type Step = (deps: Deps, draft: Draft, values: Values) => Promise<FormAnswer | null>;

/** Carries out one part of the draft's form and stays on the page; what won't do comes back with everything typed. */
export async function draftAction(request: Request, context: AppContext, actor: UserActor, id: string, enterpriseId: string) {
  const { values, file } = await readUploadForm(request);
  const steps: Record<string, Step> = {
    facts: saveFactsStep,
    pledge: pledgeStep,
    account: (deps, draft, typed) => accountStep(deps, draft, typed, Buffer.from(context.env.DATA_KEY, "base64")),
    attach: async (deps, draft, typed) => {
      if (!file) throw new Refusal("applications.file-empty", 422);
      await attachMaterial(deps, context.storage, draft, { name: typed["name"] ?? "", ...file });
      return null;
    },
    detach: async (deps, draft, typed) => {
      await detachMaterial(deps, draft, typed["material"] ?? "");
      return null;
    },
  };
  const step = steps[values["intent"] ?? ""];
  if (!step) throw new Refusal("request.failed", 400);
  const answer = await perform(context, actor, async (deps) => step(deps, await readDraft(deps, id, enterpriseId), values));
  if (values["auto"] === "1") return { savedAt: context.clock.now() };
  return answer ?? redirect(`/firm/drafts/${id}?saved=${section(values["intent"] ?? "")}`);
}

function section(intent: string): string {
  return intent === "attach" || intent === "detach" ? "materials" : intent;
}

async function saveFactsStep(deps: Deps, draft: Draft, values: Values): Promise<FormAnswer | null> {
  const { answers, errors } = readAnswers(draft.asked, values);
  await saveAnswers(deps, draft, { ...draft.answers, ...answers } as Parameters<typeof saveAnswers>[2]);
  return Object.keys(errors).length > 0 ? { errors, values } : null;
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
