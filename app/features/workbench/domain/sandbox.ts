import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { BacktestSummary, Effect, EffectKind } from "./backtest";
import type { Impact } from "./impact";
import type { FirmName } from "./register";

export type ResidentImpact = Impact & { /** when the register was read */ asOf: Date };
/** Two versions to be compared; `before` is null where there was no such item. */
export type Versions = { before: PolicyItem | null; after: PolicyItem };
export type EffectLine = Omit<Effect, "row"> & FirmName;
export type EffectPage = { lines: EffectLine[]; /** firms of this kind in all */ count: number };

/** What can be asked of the resident register, and what comes back. */
export type Questions = {
  impact: { ask: { item: PolicyItem }; answer: ResidentImpact };
  backtest: { ask: Versions; answer: BacktestSummary };
  effects: { ask: Versions & { kind: EffectKind | null; page: number }; answer: EffectPage };
};
export type Topic = keyof Questions;
export type Question = { [T in Topic]: { topic: T } & Questions[T]["ask"] }[Topic];
/** A question of a topic. */
export type Asked<T extends Topic> = Question & { topic: T };

/**
 * The whole register held by fact, on a thread of its own; at most moments old.
 * @throws Refusal `workbench.register-loading` (503) while it is read for the first time, `workbench.sandbox-stopped` (503)
 * where the thread ended before it answered; the next question starts it anew
 */
export type Sandbox = {
  ask<T extends Topic>(question: Asked<T>, now: Date): Promise<Questions[T]["answer"]>;
  /** Has the register read where nobody has asked yet. @returns whether it is there */
  warm(now: Date): boolean;
};

/** Messages to the thread and back. `id` ties an answer to its question; dates and bigints survive the way. */
export type ToThread = { id: number; question: Question; now: Date } | { warm: Date } | "stop";
export type FromThread =
  | { kind: "loading"; firms: number }
  | { kind: "ready" }
  | { kind: "stale"; reason: string }
  | { kind: "answer"; id: number; answer: Questions[Topic]["answer"] }
  | { kind: "failure"; id: number; reason: string };
