import { z } from "zod";
import { meanings } from "./domain/line-clearing";

/** What a list of demands is narrowed by: the open ones unless `state` says `closed` or `all`; a word of at most 100 characters. */
export function readRecoveryFilter(url: URL): { state?: "open" | "closed"; q?: string } {
  const state = url.searchParams.get("state");
  const q = url.searchParams.get("q")?.trim().slice(0, 100);
  return { state: state === "all" ? undefined : state === "closed" ? "closed" : "open", q: q || undefined };
}

/** What is said of a line of the bank: kind, number of the paper it rests on (60 characters), the reason, and what it concerns. */
export const clearingSchema = z.object({
  meaning: z.enum(meanings, "problem.choose"),
  number: z.string().trim().min(1, "problem.required").max(60, "funds:bank.clearing.numberLong"),
  reason: z.string().trim().min(1, "problem.required").max(500, "problem.tooLong"),
  about: z.string().max(100, "problem.tooLong").default(""),
});
