import { isFoundOut } from "~/features/enterprises/domain/derived-facts";
import { registrationFacts } from "~/features/enterprises/domain/profile";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";

/** Where a figure of an application was said: here, in the profile, at the registration, or it was worked out. */
export type FigureOrigin = "application" | "profile" | "registration" | "derived";

export function originOf(definition: FactDefinition, asked: ReadonlySet<string>): FigureOrigin {
  const { name } = definition;
  if (asked.has(name)) return "application";
  if ((registrationFacts as readonly string[]).includes(name)) return "registration";
  return isFoundOut(definition) ? "derived" : "profile";
}

/**
 * The field in which a figure is changed, from where one comes back to the check page; null for what is worked out or
 * stands in the register of firms.
 */
export function changeLink(definition: FactDefinition, origin: FigureOrigin, draftId: string): string | null {
  const back = new URLSearchParams({ all: "", back: `/firm/drafts/${draftId}/check` });
  switch (origin) {
    case "application":
      return `/firm/drafts/${draftId}?from=check#${definition.name}`;
    case "profile":
      return `/firm/profile/${definition.group}?${back}#${definition.name}`;
    default:
      return null;
  }
}
