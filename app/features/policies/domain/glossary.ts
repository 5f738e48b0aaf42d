import { z } from "zod";

const forms = z.array(z.string().min(1)).min(1);
const words = z.strictObject({
  /** forms of the Chinese word; # stands for a figure */
  zh: forms,
  /** longer words that hold it and mean something else */
  not: z.array(z.string().min(1)).optional(),
  /** beginnings of the English words that say it */
  en: forms,
});

/**
 * The words of the catalogue in two languages: `rules/glossary.json`. The first English form of a term is the one to use, the
 * others are tolerated where grammar wants them. `conditionWords` turn a figure into a condition, `units` follow one.
 */
export const glossaryFileSchema = z.strictObject({
  $schema: z.string(),
  terms: z.array(z.strictObject({ zh: z.string().min(1), en: forms })),
  conditionWords: z.array(words),
  units: z.array(words),
});
export type Glossary = Omit<z.infer<typeof glossaryFileSchema>, "$schema">;
export type GlossaryWords = z.infer<typeof words>;
