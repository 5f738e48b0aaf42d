import type { Fen } from "~/kernel/money";
import type { StoredMatch } from "./match-changes";

/** Firms of a register that fulfil the conditions, and those that can't be told yet. */
export type Concerned = { firms: number; maybe: number };
/**
 * What would be given to the firms of a register, whether or not it is in force: `fen` fixed sums of those that fulfil the
 * conditions, `upToFen` ceilings, which nobody adds to them.
 */
export type Stake = Concerned & { fen: Fen; upToFen: Fen };

export const noStake: Stake = { firms: 0, maybe: 0, fen: 0n, upToFen: 0n };

type Judged = Pick<StoredMatch, "verdict" | "fen" | "nature">;

/** What hangs on one item, by how it stands to each firm; a ceiling whose rate is unknown is no sum. */
export function stakeOf(matches: readonly Judged[], { rateUnknown = false }: { rateUnknown?: boolean }): Stake {
  const stake = matches.reduce(addMatch, noStake);
  return rateUnknown ? { ...stake, fen: 0n, upToFen: 0n } : stake;
}

function addMatch(stake: Stake, { verdict, fen, nature }: Judged): Stake {
  if (verdict !== "eligible") return { ...stake, maybe: stake.maybe + 1 };
  const sum = fen ?? 0n;
  return {
    ...stake,
    firms: stake.firms + 1,
    fen: stake.fen + (nature === "cash" ? sum : 0n),
    upToFen: stake.upToFen + (nature === "upTo" ? sum : 0n),
  };
}

/** Firms that any of several items is for, each once: `matches` holds one list a firm. */
export function concernedBy(matches: readonly (readonly Pick<Judged, "verdict">[])[]): Concerned {
  const firms = matches.filter((own) => own.some(({ verdict }) => verdict === "eligible")).length;
  return { firms, maybe: matches.filter((own) => own.length > 0).length - firms };
}

/** The sums of several items of a document, for the firms it is for. */
export function documentStake(items: readonly Stake[], concerned: Concerned | undefined): Stake {
  const { firms, maybe } = concerned ?? noStake;
  const sumOf = (key: "fen" | "upToFen") => items.reduce((sum, each) => sum + each[key], 0n);
  return { firms, maybe, fen: sumOf("fen"), upToFen: sumOf("upToFen") };
}
