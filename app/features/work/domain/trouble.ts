/**
 * What can be in trouble: a term whose event is refused, a message that failed its last try, a step of the worker, a
 * case nobody can move.
 */
export const troubleKinds = ["deadline", "message", "round", "case"] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** An office, or null for the platform's administrators. */
export type TroubleOffice = { departmentId: string; regionCode: string } | null;

/** Working days within which somebody looks at what can't go on. */
export const troubleDays = 1;

/** How often a term may be put off before a person is asked. */
export const putOffsBorne = 1;

/** What a payment is called that waits for an account. */
export function accountSubject(paymentId: string): string {
  return `account:${paymentId}`;
}

/** What a piece of work is called that nobody of its office may do. */
export function unattendedSubject(taskId: string): string {
  return `unattended:${taskId}`;
}

/** Whether it can be tried again at once: a round of the worker comes by itself. */
export function mayRetry(kind: string): boolean {
  return kind === "deadline" || kind === "message";
}

/**
 * Whether somebody may give it up: a round never ends, a case ends by its own steps. A term of a case is a matter of the
 * office that has it, whoever else may look.
 */
export function mayGiveUp(
  trouble: { kind: string; departmentId: string | null; regionCode: string | null },
  office: TroubleOffice,
): boolean {
  if (trouble.kind === "message") return true;
  if (trouble.kind !== "deadline") return false;
  return office !== null && trouble.departmentId === office.departmentId && trouble.regionCode === office.regionCode;
}
