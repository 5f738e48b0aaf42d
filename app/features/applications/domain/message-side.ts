/** Who wrote a message: somebody of the firm, or an official. */
export type MessageSide = "firm" | "department";

/** Longest message, in characters. */
export const longestMessage = 1000;

/** The text of a message as it is kept, or the translation key of what is wrong with it. */
export function readMessage(typed: string): { ok: true; text: string } | { ok: false; problem: string } {
  const text = typed.trim();
  if (text === "") return { ok: false, problem: "problem.required" };
  return [...text].length > longestMessage ? { ok: false, problem: "problem.tooLong" } : { ok: true, text };
}
