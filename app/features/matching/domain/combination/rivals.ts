import type { Candidate, Conflict } from "./combination";
import { groupBy } from "~/kernel/group-by";

/** For each candidate the ones that cannot be taken beside it. */
export type Rivals = ReadonlyMap<string, ReadonlySet<string>>;

/** Rivalry out of exclusive groups and further conflicts. Conflicts with items that are no candidates are ignored. */
export function rivalsOf(candidates: readonly Candidate[], conflicts: readonly Conflict[]): Rivals {
  const rivals = new Map(candidates.map((candidate) => [candidate.id, new Set<string>()]));
  const oppose = (left: string, right: string) => {
    if (left === right || !rivals.has(left) || !rivals.has(right)) return;
    rivals.get(left)?.add(right);
    rivals.get(right)?.add(left);
  };
  for (const [left, right] of conflicts) oppose(left, right);
  for (const [group, members] of groupBy(candidates, (candidate) => candidate.exclusiveGroup)) {
    if (group !== null)
      members.forEach((member, index) => members.slice(index + 1).forEach((other) => oppose(member.id, other.id)));
  }
  return rivals;
}

/** Sets of candidates that can influence each other, through rivalry or a shared cap. */
export function componentsOf(candidates: readonly Candidate[], rivals: Rivals): readonly (readonly Candidate[])[] {
  const near = (one: Candidate, other: Candidate) =>
    rivals.get(one.id)?.has(other.id) === true ||
    (one.sharedCap !== null && one.sharedCap.group === other.sharedCap?.group);
  const left = new Set(candidates);
  const components: (readonly Candidate[])[] = [];
  for (const start of candidates) {
    if (!left.delete(start)) continue;
    const component = [start];
    for (const member of component) {
      const found = [...left].filter((other) => near(member, other));
      for (const other of found) left.delete(other);
      component.push(...found);
    }
    components.push(component);
  }
  return components;
}

/** Candidates that another makes superfluous are left out: it brings as much, under the same cap or none, and has no rival more. */
export function withoutDominated(candidates: readonly Candidate[], rivals: Rivals): readonly Candidate[] {
  return candidates.filter(
    (candidate, index) => !candidates.some((other, place) => dominates(other, candidate, place < index, rivals)),
  );
}

function dominates(other: Candidate, candidate: Candidate, isEarlier: boolean, rivals: Rivals): boolean {
  const own = rivals.get(candidate.id);
  if (!own?.has(other.id) || other.fen < candidate.fen) return false;
  if (other.sharedCap !== null && other.sharedCap.group !== candidate.sharedCap?.group) return false;
  const isWider = [...(rivals.get(other.id) ?? [])].every((id) => id === candidate.id || own.has(id));
  if (!isWider) return false;
  return other.fen > candidate.fen || isEarlier || !dominates(candidate, other, true, rivals);
}
