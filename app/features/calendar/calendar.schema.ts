import { z } from "zod";
import { shanghaiDay } from "~/kernel/plain-date";
import { typedDay } from "~/kernel/reading/typed-day";
import { plainTyping } from "~/kernel/reading/typed-text";

/** A day of the calendar as its form sends it. */
export const daySchema = z.object({
  date: typedDay,
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
    issuedOn: typedDay.refine((day) => day <= shanghaiDay(now), "problem.notYet"),
    text: z.string().max(20_000, "problem.tooLong"),
  });
}
