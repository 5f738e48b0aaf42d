import type { TFunction } from "i18next";

/** What an action is called; the steps of a case are called as its timeline calls them. */
export function actionWords(t: TFunction, action: string): string {
  const step = action.replace("application.", "").replaceAll("-", "_").toUpperCase();
  return t([`actions.${action}`, `event.${step}`], { ns: ["audit", "applications"], defaultValue: action });
}

export function subjectWords(t: TFunction, subjectType: string): string {
  return t(`subjects.${subjectType}`, { ns: "audit", defaultValue: subjectType });
}

/** The offices of a person, or the part of the platform: 「reviewer+approver」, 「owner」, 「system:worker」. */
export function roleWords(t: TFunction, role: string): string {
  return role
    .split("+")
    .map((each) => t(`roles.${each}`, { ns: "identity", defaultValue: each }))
    .join(" · ");
}
