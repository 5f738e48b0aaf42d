import { useWords } from "~/i18n/use-words";
import { Alert } from "./alert";
import type { FieldErrors } from "./form";

export type SpokenRefusal = {
  code: string;
  params: Readonly<Record<string, string | number>>;
  allowed: readonly string[];
  also: readonly string[];
};

/** Why an action was refused, with all that stands in its way. */
export function RefusalAlert({ refusal }: { refusal: SpokenRefusal | undefined | null }) {
  const { t } = useWords("refusals");
  if (!refusal) return null;
  const words = [refusal.code, ...refusal.also].map((code) =>
    t(code, { ...refusal.params, defaultValue: t("request.failed") }),
  );
  if (words.length === 1) return <Alert tone="bad">{words}</Alert>;
  return (
    <Alert tone="bad">
      <ul className="list-disc pl-5">
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** The refusal an action answered with, if it did. */
export function refusalOf(answer: unknown): SpokenRefusal | null {
  return typeof answer === "object" && answer !== null && "refusal" in answer
    ? (answer.refusal as SpokenRefusal)
    : null;
}

/**
 * What was refused of the form just sent, by field; empty where nothing was, or nothing of a field.
 * @param fields the field that each refusal is about, by its code; with words of its own where the refusal's name values
 */
export function refusedFields(
  answer: unknown,
  fields: Readonly<Record<string, string | { field: string; words: string }>>,
): FieldErrors {
  const refusal = refusalOf(answer);
  const messages = (refusal ? [refusal.code, ...refusal.also] : []).flatMap((code) => {
    const about = fields[code];
    if (about === undefined) return [];
    return typeof about === "string" ? [[about, `refusals:${code}`] as const] : [[about.field, about.words] as const];
  });
  return Object.fromEntries(messages);
}
