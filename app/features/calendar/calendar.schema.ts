import { z } from "zod";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { plainTyping } from "~/kernel/reading/typed-text";

/** A day of the calendar as its form sends it. */
export const daySchema = z.object({
  date: z.string().refine(isPlainDate, "problem.date"),
  status: z.enum(["works", "off"], "problem.choose"),
  note: z
    .string()
    .trim()
    .max(60, "problem.tooLong")
    .transform((text) => text || null),
});

/** What is entered of a notice beside its text. `now`: a notice is out by then. */
export function noticeSchema(now: Date) {
  return z.object({
    year: z.coerce.number("problem.choose").int("problem.choose"),
    number: z.string().transform(plainTyping).pipe(z.string().min(2, "problem.required").max(60, "problem.tooLong")),
    issuedOn: z.string().transform((typed, context) => {
      const read = readDate(typed);
      const problem = read.ok ? (read.value > shanghaiDay(now) ? "problem.notYet" : null) : read.problem;
      if (problem) context.addIssue({ code: "custom", message: problem });
      return read.ok ? read.value : z.NEVER;
    }),
    text: z.string().max(20_000, "problem.tooLong"),
  });
}
