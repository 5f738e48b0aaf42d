import { z } from "zod";
import { policyDocumentSchema, policyItemSchema } from "./policy-item";
import { factDefinitionSchema } from "./fact-definition";
import { glossaryFileSchema } from "./glossary";
import { onceFileSchema } from "./once";
import { overridesFileSchema, redemptionFileSchema } from "./redemption-config";
import { synonymsSchema } from "./synonyms";
import {
  demoPhonesSchema,
  departmentSchema,
  groupSchema,
  industrySchema,
  regionSchema,
  themeSchema,
  zoneSchema,
} from "./registries";

/** One policy document with its items: `rules/<region>/<id>.json`. */
export const documentFileSchema = z.strictObject({
  $schema: z.string(),
  id: z.string().regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/),
  document: policyDocumentSchema,
  items: z.array(policyItemSchema.omit({ document: true })).min(1),
});

/** Facts of one group: `rules/facts/<group>.json`. */
export const factsFileSchema = z
  .strictObject({ $schema: z.string(), group: z.string(), facts: z.array(factDefinitionSchema).min(1) })
  .refine(({ group, facts }) => facts.every((fact) => fact.group === group), {
    path: ["group"],
    error: "a fact of another group stands in this file",
  });

/** Every kind of file below `rules/` by the name of its schema; `rules/schema/*.json` is made from these. */
export const fileSchemas = {
  document: documentFileSchema,
  facts: factsFileSchema,
  groups: z.array(groupSchema),
  themes: z.array(themeSchema),
  departments: z.array(departmentSchema),
  regions: z.strictObject({ regions: z.array(regionSchema), zones: z.array(zoneSchema) }),
  industries: z.array(industrySchema),
  redemption: redemptionFileSchema,
  overrides: overridesFileSchema,
  phones: demoPhonesSchema,
  once: onceFileSchema,
  glossary: glossaryFileSchema,
  synonyms: synonymsSchema,
} as const;
