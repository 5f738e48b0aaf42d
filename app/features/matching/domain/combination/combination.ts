import type { Fen } from "~/kernel/money";
import { searchBest } from "./combination-search";
import { componentsOf, rivalsOf, withoutDominated, type Rivals } from "./rivals";

/** An item a firm could take, with the sum it would bring alone (own cap, multiplier and top-up already applied). */
export type Candidate = {
  id: string;
  fen: Fen;
  /** Of a group at most one item counts (就高不重复). */
  exclusiveGroup: string | null;
  /** Items of one shared cap are cut together to its sum. */
  sharedCap: { group: string; fen: Fen } | null;
};

/** Two items that cannot be taken together. */
export type Conflict = readonly [string, string];

/** An item taken, with the sum it adds after the cut under a shared cap. */
export type Taken = { id: string; fen: Fen };

export type GivenUp = {
  id: string;
  /** What it would have brought alone. */
  fen: Fen;
  /**
   * exclusive: another of its group is taken; conflict: it cannot stand beside a taken one; sharedCap: the ceiling is reached
   * without it; received: paid already this year; noMoney: it brings none.
   */
  why: "exclusive" | "conflict" | "sharedCap" | "received" | "noMoney";
  /** Items taken in its stead. */
  instead: readonly string[];
};

export type Combination = { total: Fen; taken: readonly Taken[]; givenUp: readonly GivenUp[] };

/**
 * The selection with the greatest sum, exact. One nature at a time: cash and ceilings are not to be mixed in one sum.
 * Candidates of equal effect: the earlier one is taken.
 */
export function bestCombination(candidates: readonly Candidate[], conflicts: readonly Conflict[] = []): Combination {
  const rivals = rivalsOf(candidates, conflicts);
  const components = componentsOf(candidates, rivals);
  const chosen = new Set(components.flatMap((component) => searchBest(withoutDominated(component, rivals), rivals)));
  const taken = cutTogether(candidates.filter((candidate) => chosen.has(candidate)));
  const byId = new Map(taken.map((entry) => [entry.id, entry]));
  const givenUp = candidates.flatMap((candidate) =>
    byId.has(candidate.id) ? [] : [reasonFor(candidate, candidates, byId, rivals)],
  );
  return { total: taken.reduce((sum, entry) => sum + entry.fen, 0n), taken, givenUp };
}

/** Items of a shared cap fill it in their order; what finds no room is not taken. */
function cutTogether(chosen: readonly Candidate[]): readonly Taken[] {
  const room = new Map<string, Fen>();
  return chosen.flatMap(({ id, fen, sharedCap }) => {
    const left = sharedCap ? (room.get(sharedCap.group) ?? sharedCap.fen) : fen;
    const counted = left < fen ? left : fen;
    if (sharedCap) room.set(sharedCap.group, left - counted);
    return counted > 0n ? [{ id, fen: counted }] : [];
  });
}

function reasonFor(
  candidate: Candidate,
  all: readonly Candidate[],
  taken: ReadonlyMap<string, Taken>,
  rivals: Rivals,
): GivenUp {
  const { id, fen, exclusiveGroup, sharedCap } = candidate;
  const others = all.filter((other) => other.id !== id && taken.has(other.id));
  const named = (why: GivenUp["why"], instead: readonly Candidate[]): GivenUp => ({
    id,
    fen,
    why,
    instead: instead.map((other) => other.id),
  });
  if (fen <= 0n) return named("noMoney", []);
  const sameGroup = others.filter((other) => exclusiveGroup !== null && other.exclusiveGroup === exclusiveGroup);
  if (sameGroup.length > 0) return named("exclusive", sameGroup);
  const opposed = others.filter((other) => rivals.get(id)?.has(other.id));
  if (opposed.length > 0) return named("conflict", opposed);
  return named(
    "sharedCap",
    others.filter((other) => sharedCap !== null && other.sharedCap?.group === sharedCap.group),
  );
}
