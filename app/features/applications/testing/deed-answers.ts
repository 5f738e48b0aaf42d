import type { Facts } from "~/features/policies/domain/fact-definition";
import { deedNames } from "~/features/claims/domain/deed";

/** What the form of an application wants to know of its deed, for the `serial`-th one; nothing where it asks for none. */
export function deedAnswers(asked: readonly { name: string }[], serial: number): Facts {
  const stated = asked.filter(({ name }) => deedNames.includes(name));
  return Object.fromEntries(
    stated.map(({ name }) => [name, name === "deedName" ? `示例项目${serial}` : `示备〔2026〕${serial}号`]),
  );
}
