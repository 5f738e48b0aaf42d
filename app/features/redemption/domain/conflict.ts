/** Why somebody may not handle a case. */
export type Conflict = "own-firm" | "recused";

type Person = { userId: string; memberships: readonly { enterpriseId: string }[] };

/** A person who belongs to the firm is found out; one who declared an interest stays away. */
export function conflictOf(
  person: Person,
  enterpriseId: string,
  recusals: readonly { userId: string }[],
): Conflict | null {
  if (person.memberships.some((each) => each.enterpriseId === enterpriseId)) return "own-firm";
  return recusals.some(({ userId }) => userId === person.userId) ? "recused" : null;
}

/** The colleague with the least open work among those who may; the order of ids decides between equals. */
export function replacementFor(
  candidates: readonly string[],
  excluded: readonly string[],
  load: ReadonlyMap<string, number>,
): string | null {
  const free = candidates.filter((id) => !excluded.includes(id));
  return free.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))[0] ?? null;
}
