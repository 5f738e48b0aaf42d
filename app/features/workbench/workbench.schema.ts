import { z } from "zod";
import { typedDay } from "~/kernel/reading/typed-day";
import { typedSettingsSchema } from "./domain/redemption-settings";

const itemId = z.string().min(1, { error: "problem.choose" }).max(80);

export const startDraftSchema = z.discriminatedUnion("from", [
  z.object({ from: z.literal("item"), itemId }),
  z.object({ from: z.literal("copy"), itemId }),
  z.object({
    from: z.literal("new"),
    documentId: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, { error: "problem.invalid" })
      .max(40, { error: "problem.tooLong" }),
    documentTitle: z.string().trim().max(80, { error: "problem.tooLong" }).default(""),
    title: z.string().trim().min(1, { error: "problem.required" }).max(30, { error: "problem.tooLong" }),
  }),
]);
export type StartDraft = z.infer<typeof startDraftSchema>;

const day = typedDay.nullable();

/** A draft as the form sends it. `content` is checked apart, since it may be incomplete. */
export const savedDraftSchema = z.object({
  version: z.number().int().positive(),
  content: z.unknown(),
  redemption: typedSettingsSchema,
  explained: z.record(z.string().max(200), z.string().max(300)),
  publishOn: day,
  endsOn: day,
});
export type SavedDraft = z.infer<typeof savedDraftSchema>;
