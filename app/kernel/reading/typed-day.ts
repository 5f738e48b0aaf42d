import { z } from "zod";
import { readDate } from "./read-date";

/** A day of a form as people type it, read to `YYYY-MM-DD`; the issue is the key of what is wrong with it. */
export const typedDay = z.string().transform((typed, context) => {
  const read = readDate(typed);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});
