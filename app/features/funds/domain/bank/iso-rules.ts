import { z } from "zod";
import { fenFromYuan } from "~/kernel/money";
import { isPlainDate } from "~/kernel/plain-date";

const or = (reason: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "missing" : reason);

/** Rules of ISO 20022's simple types; a message is the key of a reason in words. */
export const text = (most: number) =>
  z
    .string({ error: or("text") })
    .min(1, { error: "empty" })
    .max(most, { error: "tooLong" });
export const identifier = text(35);
export const code = z.string({ error: or("text") }).regex(/^[A-Z0-9]{1,4}$/, { error: "code" });
export const oneOf = <const T extends readonly string[]>(codes: T) => z.enum(codes, { error: or("unknownCode") });
export const instant = z
  .string({ error: or("text") })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/, { error: "instant" });
export const day = z.string({ error: or("text") }).refine(isPlainDate, { error: "day" });

/** An amount in CNY: not negative, at most two decimals, as fen. */
export const amount = z
  .strictObject(
    {
      "@Ccy": z.literal("CNY", { error: or("currency") }),
      "#text": z.string({ error: or("text") }).regex(/^\d{1,16}(\.\d{1,2})?$/, { error: "amount" }),
    },
    { error: or("amount") },
  )
  .transform((value) => fenFromYuan(value["#text"]));

/** What is allowed in a place and not read. */
export const anything = z.unknown().optional();
/** A part that may stand several times; the reader of XML makes a list of it. */
export const several = <T extends z.ZodType>(item: T) => z.array(item);

/**
 * A complex type: only these parts, in this order, as a schema's sequence demands.
 */
export function element<T extends Record<string, z.ZodType>>(shape: T) {
  const order = Object.keys(shape);
  return z.preprocess(
    (value, context) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const places = Object.keys(value)
        .map((key) => order.indexOf(key))
        .filter((place) => place >= 0);
      const wrong = places.findIndex((place, index) => index > 0 && place < (places[index - 1] ?? 0));
      if (wrong > 0)
        context.addIssue({ code: "custom", message: "order", path: [order[places[wrong] ?? 0] ?? ""], input: value });
      return value;
    },
    z.strictObject(shape, {
      error: (issue) => (issue.code === "unrecognized_keys" ? "unexpected" : or("text")(issue)),
    }),
  );
}

export type Problem = { path: string; reason: string };

/** A day, or the day of an instant. */
export const dayOrInstant = element({ Dt: day.optional(), DtTm: instant.optional() }).transform(
  ({ Dt, DtTm }) => Dt ?? (DtTm ?? "").slice(0, 10),
);

/** The first problem of a message: where, as a path of elements, and the key of its reason. */
export function firstProblem(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const extra = issue?.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [];
  const path = [...(issue?.path ?? []), ...extra]
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `/${String(part)}`))
    .join("");
  return { path: path.replace(/^\//, ""), reason: issue?.message ?? "text" };
}
