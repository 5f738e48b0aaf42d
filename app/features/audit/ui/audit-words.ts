import type { Say } from "~/i18n/keys";

/** What an action is called; the steps of a case are called as its timeline calls them. */
export function actionWords(t: Say<"audit">, action: string): string {
  const step = action.replace("application.", "").replaceAll("-", "_").toUpperCase();
  return t([`actions.${action}`, `applications:event.${step}`], { defaultValue: action });
}

export function subjectWords(t: Say<"audit">, subjectType: string): string {
  return t(`subjects.${subjectType}`, { defaultValue: subjectType });
}

/** The offices of a person, or the part of the platform: 「reviewer+approver」, 「owner」, 「system:worker」. */
export function roleWords(t: Say<"audit">, role: string): string {
  return role
    .split("+")
    .map((each) => t(`roles.${each}`, { ns: "identity", defaultValue: each }))
    .join(" · ");
}
