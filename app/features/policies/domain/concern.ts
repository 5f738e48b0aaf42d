import type { PlainDate } from "~/kernel/plain-date";
import { withPublished } from "./published";
import type { FactDefinition, Facts, FactValue } from "./fact-definition";

type Definitions = ReadonlyMap<string, FactDefinition>;
type Kinds = Omit<NonNullable<FactDefinition["concerns"]>, "otherwise">;

/** The facts that tell what kind of firm it is, by the list of a definition that names kinds. */
export const kindFacts = { industries: "industry", legalForms: "legalForm", sizes: "size" } as const satisfies Record<
  keyof Kinds,
  string
>;

const matches: Readonly<Record<keyof Kinds, (own: FactValue, listed: readonly string[]) => boolean>> = {
  industries: (own, listed) => listed.some((prefix) => String(own).startsWith(prefix)),
  legalForms: (own, listed) => listed.includes(String(own)),
  sizes: (own, listed) => listed.includes(String(own)),
};

/**
 * Whether a fact may be asked of a firm: its industry, form and size are among those the registry names for the fact. What is
 * not known of the firm rules nothing out.
 */
export function isConcerned({ concerns }: Pick<FactDefinition, "concerns">, facts: Facts): boolean {
  if (!concerns) return true;
  return (Object.keys(kindFacts) as (keyof Kinds)[]).every((kind) => {
    const own = facts[kindFacts[kind]];
    const listed = concerns[kind];
    return own === undefined || listed === undefined || matches[kind](own, listed);
  });
}

const narrow = new WeakMap<Definitions, readonly FactDefinition[]>();

function narrowFacts(definitions: Definitions): readonly FactDefinition[] {
  const known = narrow.get(definitions) ?? [...definitions.values()].filter(({ concerns }) => concerns !== undefined);
  narrow.set(definitions, known);
  return known;
}

/**
 * The facts of a firm with those settled by its kind (a hospital's tax is 0 for a foundry that did not say otherwise), and with what is
 * published for its place on the day.
 */
export function withSettled(stated: Facts, definitions: Definitions, today: PlainDate): Facts {
  const facts = withPublished(stated, definitions, today);
  const settled = narrowFacts(definitions).flatMap((definition) => {
    const { name, concerns } = definition;
    const isOpen = facts[name] === undefined || facts[name] === null;
    return concerns && isOpen && !isConcerned(definition, facts) ? [[name, concerns.otherwise] as const] : [];
  });
  return settled.length === 0 ? facts : { ...facts, ...Object.fromEntries(settled) };
}

/** Whether a value is the one that a firm's kind settles: nobody has to have said it. */
export function isSettled(value: FactValue | null | undefined, definition: FactDefinition, facts: Facts): boolean {
  return definition.concerns?.otherwise === value && !isConcerned(definition, facts);
}
