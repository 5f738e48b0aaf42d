import { isFoundOut } from "~/features/enterprises/domain/derived-facts";
import { registrationFacts } from "~/features/enterprises/domain/profile";
import { never } from "~/features/policies/domain/fact-bounds";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";

type Definition = Pick<FactDefinition, "name" | "scope" | "authority" | "published">;

/** What an authority is called in departments and facts: one name, or several that share the work. */
const namesOf = (authority: string | null) => (authority ?? "").split("/").filter((name) => name !== "");

/** Whether an authority says this of firms: the registry names it for the fact, and no firm states it for one application alone. */
export function isDeliverable(definition: Definition, authority: string | null): boolean {
  const own = namesOf(authority);
  return (
    definition.scope !== "case" &&
    !isFoundOut(definition) &&
    !(registrationFacts as readonly string[]).includes(definition.name) &&
    namesOf(definition.authority).some((name) => own.includes(name))
  );
}

/** What a firm has that is on no list of the fact; null where not being on it says nothing. */
export function absentValue({ type, values, min }: Pick<FactDefinition, "type" | "values" | "min">): FactValue | null {
  if (type === "boolean") return false;
  if (type === "year") return never;
  if (type === "enum") return values?.find(({ value }) => value === "none")?.value ?? null;
  return figures.has(type) && (min ?? 0) <= 0 ? 0 : null;
}

const figures: ReadonlySet<FactDefinition["type"]> = new Set(["integer", "number", "yuan", "percent"]);

/** What a firm on the list has where no column says it: only whether it is on it counts. */
export function listedValue({ type }: Pick<FactDefinition, "type">): FactValue | null {
  return type === "boolean" ? true : null;
}
