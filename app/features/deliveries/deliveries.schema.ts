import { z } from "zod";
import { typedDay } from "~/kernel/reading/typed-day";

const required = (most: number) => z.string().trim().min(1, "problem.required").max(most, "problem.tooLong");
const optional = (most: number) => z.string().trim().max(most, "problem.tooLong").default("");

/**
 * What an official says of a file: facts or a list, its title (120 characters) and the number of its document (60), the place
 * whose firms it speaks of, the day it was so; of a list the fact, what those on it have, and whether it is complete.
 */
export const deliverySchema = z
  .object({
    kind: z.enum(["facts", "list"], "problem.choose"),
    title: required(120),
    number: optional(60),
    placeCode: required(6),
    asOf: typedDay,
    fact: optional(80),
    onList: optional(80),
    complete: z.string().optional(),
    idempotencyKey: required(60),
  })
  .superRefine(({ kind, fact }, { addIssue }) => {
    if (kind === "list" && fact === "") addIssue({ code: "custom", path: ["fact"], message: "problem.choose" });
  });
export type DeliveryForm = z.infer<typeof deliverySchema>;
