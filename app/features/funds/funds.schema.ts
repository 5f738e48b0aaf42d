import { z } from "zod";
import type { Fen } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import type { FormAnswer } from "~/ui/form";
import { isOrderSum } from "./domain/budget-order";
import { meanings } from "./domain/line-clearing";

/** A sum in yuan as typed, in fen; null where it is none or beyond what may be ordered. */
export function fenOf(typed: string | undefined): Fen | null {
  const read = readFen(typed ?? "");
  return read.ok && isOrderSum(read.fen) ? read.fen : null;
}

/** A sum typed twice, or what is wrong with it. */
export function readSumTwice(values: Readonly<Record<string, string>>): { fen: Fen } | { answer: FormAnswer } {
  const fen = fenOf(values["yuan"]);
  if (fen === null) return { answer: { errors: { yuan: "funds:orders.sumWrong" }, values } };
  if (fenOf(values["yuanAgain"]) !== fen)
    return { answer: { errors: { yuanAgain: "funds:orders.sumDiffers" }, values } };
  return { fen };
}

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
