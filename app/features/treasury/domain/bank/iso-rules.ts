import { z } from "zod";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { exactFen } from "~/kernel/money";

const or = (reason: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "missing" : reason);

/** Rules of ISO 20022's simple types; a message is the key of a reason in words. */
export const text = (most: number) =>
  z
    .string({ error: or("text") })
    .min(1, { error: "empty" })
    .max(most, { error: "tooLong" });
export const identifier = text(35);
/** A reference that others made: its length is not ours to judge, and an empty one is none. */
export const reference = z.string({ error: or("text") }).max(140, { error: "tooLong" });
export const oneOf = <const T extends readonly string[]>(codes: T) => z.enum(codes, { error: or("unknownCode") });

const zone = /(Z|[+-]\d{2}:\d{2})$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
const isOfOurTime = (day: string) => day >= "2000" && day < "2100";
const isDay = (value: string) => isPlainDate(value) && isOfOurTime(value);

/** An instant (xs:dateTime) as its Asia/Shanghai day; without an offset it is told in the bank's own time, which is ours. */
export const instantDay = z
  .string({ error: or("text") })
  .regex(instantForm, { error: "instant" })
  .refine((value) => isDay(value.slice(0, 10)) && !Number.isNaN(momentOf(value)), { error: "instant" })
  .transform((value) => shanghaiDay(new Date(momentOf(value))));
export const instant = z
  .string({ error: or("text") })
  .regex(instantForm, { error: "instant" })
  .refine((value) => !Number.isNaN(momentOf(value)), { error: "instant" });
/** A day (xs:date); an offset beside it says nothing of the day. */
export const day = z
  .string({ error: or("text") })
  .transform((value) => value.replace(/^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/, "$1"))
  .refine(isDay, { error: "day" });

/** Decimals beyond the thousandth of a second say nothing here. */
function momentOf(value: string): number {
  const exact = value.replace(/(\.\d{3})\d+/, "$1");
  return Date.parse(zone.test(exact) ? exact : `${exact}+08:00`);
}

/** An amount in CNY, not negative, as fen. The type allows five decimals: idle ones are left out, a part of a fen is refused. */
export const amount = z
  .strictObject(
    {
      "@Ccy": z.literal("CNY", { error: or("currency") }),
      "#text": z.string({ error: or("amount") }),
    },
    { error: or("amount") },
  )
  .transform((value, context) => {
    const fen = /^\+?(\d{1,16}(\.\d*)?|\.\d+)$/.test(value["#text"]) ? exactFen(value["#text"]) : null;
    if (fen !== null) return fen;
    context.addIssue({
      code: "custom",
      message: /\.\d*[1-9]/.test(value["#text"]) ? "partOfFen" : "amount",
      path: ["#text"],
    });
    return z.NEVER;
  });

/** xs:boolean. */
export const flag = z
  .enum(["true", "false", "1", "0"], { error: or("flag") })
  .transform((value) => value === "true" || value === "1");

/** Words for a reader: whatever they are, they stop nothing. */
export const words = z
  .union([z.string(), z.array(z.string()).transform((parts) => parts.join(" "))])
  .transform((value) => value.trim().slice(0, 500) || null)
  .catch(null);

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

/** A day, or the Asia/Shanghai day of an instant. */
export const dayOrInstant = element({ Dt: day.optional(), DtTm: instantDay.optional() }).transform(
  ({ Dt, DtTm }) => Dt ?? DtTm ?? null,
);

/** The first problem of a message: where, as a path of elements below `base`, and the key of its reason. */
export function firstProblem(error: z.ZodError, base = ""): Problem {
  const [first] = error.issues;
  if (!first) return { path: base, reason: "unreadable" };
  const issue = innermost(first);
  const extra = issue.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [];
  const path = [...issue.path, ...extra]
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `/${String(part)}`))
    .join("");
  const reason = reasonKey.test(issue.message) ? issue.message : "unreadable";
  return { path: base ? `${base}${path}` : path.replace(/^\//, ""), reason };
}

/** Our own messages are keys of reasons in words; what the library says of itself is none. */
const reasonKey = /^[a-zA-Z]+$/;

/** Of a part that may stand in several forms, what is wrong with the first of them. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const inner = issue.code === "invalid_union" ? issue.errors[0]?.[0] : undefined;
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}
