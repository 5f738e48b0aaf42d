import type { PlainDate } from "~/kernel/plain-date";
import type { BacktestSummary } from "./backtest";
import type { KeptReview } from "./competition-review";

export const draftStatuses = ["editing", "proposed", "signed", "published", "discarded"] as const;
export type DraftStatus = (typeof draftStatuses)[number];
export type DraftEvent = "save" | "propose" | "return" | "sign" | "publish" | "discard";

/** Where each event may happen, and where it leads. */
const moves: Record<DraftEvent, Partial<Record<DraftStatus, DraftStatus>>> = {
  save: { editing: "editing" },
  propose: { editing: "proposed" },
  return: { proposed: "editing", signed: "editing" },
  sign: { proposed: "signed" },
  publish: { signed: "published" },
  discard: { editing: "discarded" },
};

/** The state an event leads to, null where it is not allowed. */
export function nextStatus(status: DraftStatus, event: DraftEvent): DraftStatus | null {
  return moves[event][status] ?? null;
}

export type Readiness = {
  problems: number;
  /** findings of the lint that are neither mended nor explained */
  findings: number;
  /** words of the clause that are not settled */
  openPoints: number;
  contentHash: string;
  review: KeptReview | null;
  backtest: (BacktestSummary & { contentHash: string; baseVersionId: string | null }) | null;
  baseVersionId: string | null;
  currentVersionId: string | null;
  publishOn: PlainDate | null;
  endsOn: PlainDate | null;
  today: PlainDate;
};

export const obstacles = [
  "problems",
  "findings",
  "points-open",
  "review-missing",
  "review-outdated",
  "backtest-missing",
  "backtest-outdated",
  "base-outdated",
  "publish-past",
  "ends-before",
] as const;
export type Obstacle = (typeof obstacles)[number];

/** Why a draft can't be proposed yet; empty when everything is there. */
export function obstaclesOf(ready: Readiness): Obstacle[] {
  const { review, backtest, contentHash, baseVersionId, currentVersionId, publishOn, endsOn, today } = ready;
  const isOutdated =
    backtest !== null && (backtest.contentHash !== contentHash || backtest.baseVersionId !== currentVersionId);
  const checks: [Obstacle, boolean][] = [
    ["problems", ready.problems > 0],
    ["findings", ready.findings > 0],
    ["points-open", ready.openPoints > 0],
    ["review-missing", review === null],
    ["review-outdated", review !== null && review.contentHash !== contentHash],
    ["backtest-missing", backtest === null],
    ["backtest-outdated", isOutdated],
    ["base-outdated", baseVersionId !== currentVersionId],
    ["publish-past", publishOn !== null && publishOn < today],
    ["ends-before", endsOn !== null && endsOn < (publishOn ?? today)],
  ];
  return checks.flatMap(([obstacle, holds]) => (holds ? [obstacle] : []));
}
