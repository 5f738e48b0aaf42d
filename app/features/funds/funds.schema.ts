import type { Fen } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import type { FormAnswer } from "~/ui/form";
import { isOrderSum } from "./domain/budget-order";

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
