import type { Fen } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import type { FormAnswer } from "~/ui/form";
import { isOrderSum } from "./domain/budget-order";

/** A sum in yuan as typed, in fen; null where it is none or beyond what may be ordered. */
export function fenOf(typed: string | undefined): Fen | null {
  const read = readFen(typed ?? "");
  return read.ok && isOrderSum(read.fen) ? read.fen : null;
}

/** Which of its parts an order's form asks for beside the paper: a document and a year, a sum typed twice. */
type OrderParts = { document?: boolean; sum?: boolean };
type Typed = Readonly<Record<string, string>>;

/** The sum of an order as typed twice (none where none is asked for), or everything that its form lacks, by field. */
export function readOrder(
  { values, file }: { values: Typed; file: unknown },
  { document = false, sum = true }: OrderParts = {},
): { fen: Fen | undefined } | { answer: FormAnswer } {
  const errors = {
    ...(document ? documentErrors(values) : {}),
    ...(sum ? sumErrors(values) : {}),
    ...(values["paperNumber"]?.trim() ? {} : { paperNumber: "problem.required" }),
    ...(file ? {} : { file: "problem.required" }),
  };
  if (Object.keys(errors).length > 0) return { answer: { errors, values } };
  return { fen: sum ? (fenOf(values["yuan"]) ?? undefined) : undefined };
}

function documentErrors({ documentId, year = "" }: Typed): Record<string, string> {
  return {
    ...(documentId ? {} : { documentId: "funds:orders.chooseDocument" }),
    ...(/^20\d{2}$/.test(year.trim()) ? {} : { year: "problem.number" }),
  };
}

function sumErrors({ yuan, yuanAgain = "" }: Typed): Record<string, string> {
  const fen = fenOf(yuan);
  if (fen !== null) return fenOf(yuanAgain) === fen ? {} : { yuanAgain: "funds:orders.sumDiffers" };
  return { yuan: "funds:orders.sumWrong", ...(yuanAgain.trim() === "" ? { yuanAgain: "problem.required" } : {}) };
}
