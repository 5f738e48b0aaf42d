import type { Bilingual } from "~/kernel/bilingual";
import type { ClaimReason, ClaimStanding, EarlierClaim } from "./claims";

/** One earlier application as pages show it: why it counts, or that it is for another project (`beside`). */
export type ClaimLine = {
  id: string;
  number: string;
  title: Bilingual;
  year: number;
  rank: EarlierClaim["rank"];
  fen: bigint;
  reason: ClaimReason | "beside";
  bars: boolean;
};

/** What counts against a claim, what bars it first, then what stands beside it. */
export function claimLines({ counted, bars, beside }: Pick<ClaimStanding, "counted" | "bars" | "beside">): ClaimLine[] {
  const barring = new Set(bars.map(({ claim }) => claim.applicationId));
  const lines = counted.map(({ claim, reason }) => lineOf(claim, reason, barring.has(claim.applicationId)));
  return [
    ...lines.filter((line) => line.bars),
    ...lines.filter((line) => !line.bars),
    ...beside.map((claim) => lineOf(claim, "beside", false)),
  ];
}

function lineOf(claim: EarlierClaim, reason: ClaimLine["reason"], bars: boolean): ClaimLine {
  const { applicationId: id, number, title, year, rank, fen } = claim;
  return { id, number, title, year, rank, fen, reason, bars };
}
