import type { UserActor } from "~/access/actor";
import { answerProblems } from "~/features/redemption/domain/correction-points";
import { readAskedPoints } from "~/features/redemption/use-cases/read-asked-points.server";
import { askRepair } from "~/features/redemption/use-cases/repair-credit.server";
import { stepOf } from "~/kernel/step-of";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { Deps } from "~/platform/context.server";
import { accountSchema } from "~/features/applications/applications.schema";
import { askReconsideration, rateCase } from "~/features/applications/use-cases/ask-again.server";
import { confirmBenefit, declineBenefit } from "~/features/applications/use-cases/confirm-benefit.server";
import { resubmitApplication } from "~/features/applications/use-cases/resubmit-application.server";
import { withdrawApplication } from "~/features/applications/use-cases/withdraw-application.server";
import { Refusal } from "~/kernel/refusal";

type Values = Readonly<Record<string, string>>;
type Own = { id: string; enterpriseId: string; key: Buffer };

/** What a firm sent from the page of its case. @throws Refusal `request.failed` (400) for an unknown step, and those of the steps */
export function handleTrackForm(
  deps: Deps & { actor: UserActor },
  { id, enterpriseId, key }: Own,
  values: Values,
): Promise<void> {
  const { intent = "", idempotencyKey = "", version, answer = "", grounds = "", stars, comment = "" } = values;
  const own = { id, enterpriseId, idempotencyKey, expectedVersion: Number(version) };
  const steps: Record<string, () => Promise<void>> = {
    withdraw: () => withdrawApplication(deps, own),
    resubmit: () => resubmitApplication(deps, { ...own, answer: answer.trim(), answers: pointAnswers(values) }),
    confirm: () => confirmBenefit(deps, own, typedAccount(values), key),
    decline: () => declineBenefit(deps, own),
    again: () => askReconsideration(deps, { ...own, grounds: wordsWithin(grounds, 2000) }),
    rate: () => rateCase(deps, { ...own, stars: Number(stars), comment: wordsWithin(comment, 2000) }),
    repair: () => askRepair(deps, { id: values["exclusion"] ?? "", enterpriseId, grounds }),
  };
  return stepOf(steps, intent)();
}

/** What is wrong with the answers to a correction, by field; nothing where the form is another one. */
export async function trackProblems(
  { tx }: Pick<Deps, "tx">,
  own: { id: string; enterpriseId: string },
  values: Values,
): Promise<Record<string, string>> {
  if (values["intent"] === "withdraw" && values["confirmed"] !== "1") return { confirmed: "problem.confirm" };
  if (values["intent"] !== "resubmit") return {};
  const points = await readAskedPoints(tx, own);
  return answerProblems(points, pointAnswers(values), values["answer"]?.trim() ?? "");
}

const pointField = /^answer-(\d{1,2})$/;

/** What was typed to each point of a notice, in their order; a point without an answer is empty. */
function pointAnswers(values: Values): string[] {
  const typed = Object.entries(values).flatMap(([name, text]) => {
    const place = pointField.exec(name)?.[1];
    return place === undefined ? [] : [[Number(place), text.trim()] as const];
  });
  const last = Math.max(-1, ...typed.map(([place]) => place));
  const byPlace = new Map(typed);
  return Array.from({ length: last + 1 }, (_, place) => byPlace.get(place) ?? "");
}

/** An account typed beside the confirmation. @throws Refusal `applications.no-account` (422) when it won't do */
function typedAccount(values: Values) {
  if (values["number"] === undefined) return null;
  const checked = accountSchema.safeParse(values);
  if (!checked.success) throw new Refusal("applications.no-account", 422);
  return checked.data;
}
