import { useTranslation } from "react-i18next";
import { Alert } from "./alert";

export type SpokenRefusal = {
  code: string;
  params: Readonly<Record<string, string | number>>;
  allowed: readonly string[];
};

/** Why an action was refused. */
export function RefusalAlert({ refusal }: { refusal: SpokenRefusal | undefined | null }) {
  const { t } = useTranslation("refusals");
  if (!refusal) return null;
  return <Alert tone="bad">{t(refusal.code, { ...refusal.params, defaultValue: t("request.failed") })}</Alert>;
}

/** The refusal an action answered with, if it did. */
export function refusalOf(answer: unknown): SpokenRefusal | null {
  return typeof answer === "object" && answer !== null && "refusal" in answer
    ? (answer.refusal as SpokenRefusal)
    : null;
}
