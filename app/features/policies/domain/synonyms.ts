import { z } from "zod";

const words = z.array(z.string().min(2)).min(1);

/**
 * `rules/synonyms.json`: words that texts use for facts, for values of facts (`true` and `false` for a yes or no) and
 * for industries by their code, beside
 * the names that the registries give.
 */
export const synonymsSchema = z.strictObject({
  $schema: z.string(),
  /** words that mean the same in names and texts */
  words: z.array(z.array(z.string().min(2)).min(2)),
  facts: z.record(z.string(), words),
  values: z.record(z.string(), z.record(z.string(), words)),
  industries: z.record(z.string(), words),
});
export type Synonyms = Omit<z.infer<typeof synonymsSchema>, "$schema">;
