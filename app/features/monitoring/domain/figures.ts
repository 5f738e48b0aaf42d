import type { TaskStage } from "~/features/redemption/domain/tasks";
import type { Fen } from "~/kernel/money";

/** The cuts the economic office looks at. */
export const dimensions = ["department", "theme", "region", "section", "size"] as const;
export type Dimension = (typeof dimensions)[number];

/** Firms whose size class is not derived yet are `unknown`. */
export const sizes = ["large", "medium", "small", "micro", "unknown"] as const;

/** The part of the applications a figure counts; `unpaid` is approved with the sum still reserved. */
export const caseStages = ["submitted", "approved", "unpaid", "paid", "underway", "rejected"] as const;

/** Totals of a set of applications: firms that applied, firms reached by money. Sums in fen, from the ledger. */
export type Sums = {
  applications: number;
  firms: number;
  reached: number;
  approved: number;
  paid: number;
  disbursedFen: Fen;
  unpaidFen: Fen;
};

/** One value of a cut. */
export type Slice = Sums & { dimension: Dimension; key: string };

/** How long a stage takes against its promise, in working days. */
export type StagePace = { stage: TaskStage; finished: number; averageDays: number; promisedDays: number; late: number };

/** Firms and items from being told to being paid. */
export type Funnel = { pushed: number; viewed: number; applied: number; approved: number; paid: number };

export type BudgetUse = {
  id: string;
  name: string;
  year: number;
  grantedFen: Fen;
  unpaidFen: Fen;
  disbursedFen: Fen;
};

export type Figures = {
  at: Date;
  total: Sums;
  slices: readonly Slice[];
  months: readonly { month: string; disbursedFen: Fen; paid: number }[];
  stages: readonly StagePace[];
  funnel: Funnel;
  budgets: readonly BudgetUse[];
};

/** Steps of the funnel from wide to narrow. */
export const funnelSteps = [
  "pushed",
  "viewed",
  "applied",
  "approved",
  "paid",
] as const satisfies readonly (keyof Funnel)[];
