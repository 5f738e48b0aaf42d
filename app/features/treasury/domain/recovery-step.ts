import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";

/**
 * Working days in which a firm that was urged pays or states its case, before the office may go to court: ten (行政强制法
 * art. 54; days up to ten are working days, art. 69).
 */
export const urgedWorkingDays = 10;

/** What is known of a demand. `restFen`: what is owed and not to be deducted from a payment under way; days are of Asia/Shanghai. */
export type Demand = {
  owedFen: Fen;
  restFen: Fen;
  dueOn: PlainDate | null;
  /** the last day of the last urging */
  answerBy: PlainDate | null;
  isHandedOn: boolean;
};

export const recoverySteps = ["settled", "deducting", "running", "urge", "urged", "handOn", "handedOn"] as const;
export type RecoveryStep = (typeof recoverySteps)[number];

/**
 * Where a demand stands on a day: paid (`settled`), to be deducted (`deducting`), within its term (`running`), to be urged
 * because the term is over (`urge`; 行政强制法 art. 35, 54), urged and waiting (`urged`), unpaid after that so that the lead
 * department is told that it may go to court (`handOn`; art. 53), told (`handedOn`).
 */
export function recoveryStep(
  { owedFen, restFen, dueOn, answerBy, isHandedOn }: Demand,
  today: PlainDate,
): RecoveryStep {
  if (owedFen <= 0n) return "settled";
  if (restFen <= 0n) return "deducting";
  if (dueOn === null || today <= dueOn) return "running";
  if (isHandedOn) return "handedOn";
  if (answerBy === null) return "urge";
  return today > answerBy ? "handOn" : "urged";
}

/** Whether an officer may urge the firm: the term is over and something is open. */
export function mayUrge(step: RecoveryStep): boolean {
  return step === "urge" || step === "urged" || step === "handOn" || step === "handedOn";
}
