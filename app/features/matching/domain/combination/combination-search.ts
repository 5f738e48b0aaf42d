import type { Fen } from "~/kernel/money";
import type { Candidate } from "./combination";
import type { Rivals } from "./rivals";

/** Sum left under each shared cap. */
type Caps = ReadonlyMap<string, Fen>;
type Best = { total: Fen; chosen: readonly Candidate[] };
type State = { total: Fen; chosen: readonly Candidate[]; caps: Caps; blocked: ReadonlySet<string> };

/**
 * The best selection out of candidates, exact: what has no rival is taken, the rest by branch and bound over cliques of
 * rivals (of each clique at most one is taken).
 * The bound is the smaller of two: every clique's best under what its cap has left, and every cap's rest filled up.
 */
export function searchBest(candidates: readonly Candidate[], rivals: Rivals): readonly Candidate[] {
  const isFree = (one: Candidate) => !candidates.some((other) => rivals.get(one.id)?.has(other.id));
  const cliques = cliquesOf(
    candidates.filter((candidate) => !isFree(candidate)),
    rivals,
  );
  const caps: Caps = new Map(
    candidates.flatMap(({ sharedCap }) => (sharedCap ? [[sharedCap.group, sharedCap.fen] as const] : [])),
  );
  let best: Best = { total: -1n, chosen: [] };
  const descend = (depth: number, state: State): void => {
    if (state.total > best.total) best = state;
    const clique = cliques[depth];
    if (!clique || state.total + boundOf(cliques, depth, state) <= best.total) return;
    const open = clique.filter((candidate) => !state.blocked.has(candidate.id) && worth(candidate, state.caps) > 0n);
    const ordered = open.toSorted((left, right) => compareFen(worth(right, state.caps), worth(left, state.caps)));
    for (const candidate of ordered) descend(depth + 1, take(candidate, state, rivals));
    descend(depth + 1, state);
  };
  const nothing: State = { total: 0n, chosen: [], caps, blocked: new Set() };
  descend(
    0,
    candidates.filter(isFree).reduce((state, candidate) => take(candidate, state, rivals), nothing),
  );
  return best.chosen;
}

/** Greedy cover of the rivalry by cliques, the greatest sums first. */
function cliquesOf(candidates: readonly Candidate[], rivals: Rivals): readonly (readonly Candidate[])[] {
  const cliques: Candidate[][] = [];
  for (const candidate of candidates.toSorted((left, right) => compareFen(right.fen, left.fen))) {
    const own = rivals.get(candidate.id);
    const home = cliques.find((clique) => clique.every((member) => own?.has(member.id)));
    if (home) home.push(candidate);
    else cliques.push([candidate]);
  }
  return cliques;
}

/** What a candidate still adds. */
function worth({ fen, sharedCap }: Candidate, caps: Caps): Fen {
  const rest = sharedCap ? (caps.get(sharedCap.group) ?? 0n) : fen;
  return rest < fen ? rest : fen;
}

function take(candidate: Candidate, state: State, rivals: Rivals): State {
  const gain = worth(candidate, state.caps);
  const { sharedCap } = candidate;
  const caps = sharedCap
    ? new Map(state.caps).set(sharedCap.group, (state.caps.get(sharedCap.group) ?? 0n) - gain)
    : state.caps;
  const blocked = new Set([...state.blocked, ...(rivals.get(candidate.id) ?? [])]);
  return { total: state.total + gain, chosen: [...state.chosen, candidate], caps, blocked };
}

function boundOf(cliques: readonly (readonly Candidate[])[], depth: number, state: State): Fen {
  let byClique = 0n;
  let free = 0n;
  const wanted = new Map<string, Fen>();
  for (const clique of cliques.slice(depth)) {
    const offers = offersOf(clique, state);
    byClique += greatest(offers.values());
    for (const [cap, offer] of offers) {
      if (cap === null) free += offer;
      else wanted.set(cap, (wanted.get(cap) ?? 0n) + offer);
    }
  }
  const byCap = [...wanted].reduce((sum, [cap, offer]) => sum + smaller(offer, state.caps.get(cap) ?? 0n), free);
  return smaller(byClique, byCap);
}

/** The best a clique still offers under each cap (null: without cap). */
function offersOf(clique: readonly Candidate[], state: State): ReadonlyMap<string | null, Fen> {
  const offers = new Map<string | null, Fen>();
  for (const candidate of clique) {
    if (state.blocked.has(candidate.id)) continue;
    const cap = candidate.sharedCap?.group ?? null;
    const value = worth(candidate, state.caps);
    if (value > (offers.get(cap) ?? 0n)) offers.set(cap, value);
  }
  return offers;
}

function greatest(values: Iterable<Fen>): Fen {
  let best = 0n;
  for (const value of values) if (value > best) best = value;
  return best;
}

function smaller(left: Fen, right: Fen): Fen {
  return left < right ? left : right;
}

function compareFen(left: Fen, right: Fen): number {
  return left < right ? -1 : Number(left > right);
}
