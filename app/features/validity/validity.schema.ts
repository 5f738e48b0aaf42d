import { z } from "zod";
import { typedDay } from "~/kernel/reading/typed-day";
import { statementKinds } from "./domain/statement";
import { works } from "./domain/worklist";

const choices = [...works, "waiting"] as const;
/** What a worklist is narrowed by: one kind of work, and words of at most 60 characters. */
export type WorkFilter = { work?: (typeof choices)[number]; q?: string };

/** The filter an address holds; what is no kind of work narrows nothing. */
export function readWorkFilter(url: URL): WorkFilter {
  const work = choices.find((each) => each === url.searchParams.get("work"));
  const q = url.searchParams.get("q")?.trim().slice(0, 60);
  return { ...(work ? { work } : {}), ...(q ? { q } : {}) };
}

const required = (most: number) => z.string().trim().min(1, "problem.required").max(most, "problem.tooLong");
const optionalDay = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const read = typedDay.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "problem.invalid" });
    return z.NEVER;
  });
const address = z
  .string()
  .trim()
  .max(300, "problem.tooLong")
  .refine((text) => text === "" || isWebAddress(text), "validity:problem.address")
  .default("");

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/**
 * What an official says of a document: kind, number of the text (60 characters), day it was looked up, the days the kind
 * asks for, title of the other text (120), the words (500) and an address. An absent last day has to be said.
 */
export const statementSchema = z
  .object({
    kind: z.enum(statementKinds, "problem.choose"),
    number: z.string().trim().max(60, "problem.tooLong").default(""),
    day: typedDay,
    from: optionalDay,
    until: optionalDay,
    noEnd: z.string().optional(),
    since: optionalDay,
    by: z.string().trim().max(120, "problem.tooLong").default(""),
    words: required(500),
    address,
    version: z.coerce.number().int().catch(0),
    idempotencyKey: required(60),
  })
  .superRefine(({ kind, number, from, until, noEnd, since, by }, { addIssue }) => {
    const need = (field: string, isThere: unknown, message = "problem.required") =>
      isThere ? undefined : addIssue({ code: "custom", path: [field], message });
    if (kind !== "letEnd") need("number", number);
    if (kind === "confirmed") need("from", from);
    if (kind === "confirmed" || kind === "extended") {
      need("until", until !== null || noEnd, "validity:problem.untilOrNone");
      need("until", until === null || !noEnd, "validity:problem.untilAndNone");
    }
    if (kind === "ended") need("until", until);
    if (kind === "replaced") need("since", since);
    if (kind !== "confirmed" && kind !== "letEnd") need("by", by);
  });
