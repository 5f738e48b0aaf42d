import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { fileSchemas } from "~/features/policies/domain/catalogue-files";

mkdirSync("rules/schema", { recursive: true });
for (const [name, schema] of Object.entries(fileSchemas)) {
  writeFileSync(`rules/schema/${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`);
}
