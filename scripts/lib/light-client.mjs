import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where the Prisma client is generated; `prisma generate` with the development packages writes the same place. */
export const clientFolder = path.join("app", "generated", "prisma");

const schemaFolder = path.join("prisma", "schema");
/** Of the schema's formatter, as Prisma's own generator calls it. */
const formatting = { textDocument: { uri: "file:/dev/null" }, options: { tabSize: 2, insertSpaces: true } };

/** What `runtime.getPrismaClient` is told of the schema: the same as in the client that `prisma generate` writes. */
export async function clientConfig() {
  const { default: engine } = await import("@prisma/prisma-schema-wasm");
  const { getInternalDMMF } = await import("@prisma/get-dmmf");
  const { buildAndSerializeParamGraph } = await import("@prisma/param-graph-builder");
  const schema = readSchema();
  const [[, inlineSchema]] = JSON.parse(
    engine.format(JSON.stringify([["schema.prisma", schema]]), JSON.stringify(formatting)),
  );
  const document = getInternalDMMF({ datamodel: schema });
  if ("error" in document) throw document.error;
  return {
    previewFeatures: JSON.parse(/^ *previewFeatures *= *(\[.*\])$/m.exec(schema)?.[1] ?? "[]"),
    clientVersion: version("@prisma/client"),
    engineVersion: version("@prisma/prisma-schema-wasm").split(".").at(-1),
    activeProvider: "postgresql",
    inlineSchema,
    runtimeDataModel: runtimeModels(document.datamodel.models),
    parameterizationSchema: buildAndSerializeParamGraph(document),
  };
}

/** The schema as one text: its files by their names, a file a context. */
export function readSchema() {
  return readdirSync(schemaFolder)
    .sort()
    .map((file) => readFileSync(path.join(schemaFolder, file), "utf8"))
    .join("\n");
}

function version(name) {
  return JSON.parse(readFileSync(path.join("node_modules", name, "package.json"), "utf8")).version;
}

function runtimeModels(models) {
  const entries = models.map(({ name: model, dbName, schema, fields }) => [
    model,
    {
      fields: fields.map(({ name, kind, type, relationName, dbName: column }) => ({
        name,
        kind,
        type,
        relationName,
        dbName: column,
      })),
      dbName,
      schema,
    },
  ]);
  return { models: Object.fromEntries(entries), enums: {}, types: {} };
}

/** The names of the namespace `Prisma` that exist at run time and are used, by their name in Prisma's runtime. */
export const namespace = {
  sql: "sqltag",
  raw: "raw",
  join: "join",
  empty: "empty",
  Sql: "Sql",
  Decimal: "Decimal",
  DbNull: "DbNull",
  PrismaClientKnownRequestError: "PrismaClientKnownRequestError",
  PrismaClientValidationError: "PrismaClientValidationError",
};

/** The client as code without types: all that running needs, made without the Prisma command line (decision 355). */
export async function writeLightClient() {
  const compiler = "@prisma/client/runtime/query_compiler_fast_bg.postgresql";
  const names = Object.entries(namespace).map(([name, own]) => `  ${name}: runtime.${own},`);
  rmSync(clientFolder, { recursive: true, force: true });
  mkdirSync(clientFolder, { recursive: true });
  writeFileSync(
    path.join(clientFolder, "client.ts"),
    `// @ts-nocheck
import * as runtime from "@prisma/client/runtime/client";

const config = ${JSON.stringify(await clientConfig())};
config.compilerWasm = {
  getRuntime: () => import("${compiler}.mjs"),
  async getQueryCompilerWasmModule() {
    const { wasm } = await import("${compiler}.wasm-base64.mjs");
    return new WebAssembly.Module(Buffer.from(wasm, "base64"));
  },
  importName: "./query_compiler_fast_bg.js",
};

export const PrismaClient = runtime.getPrismaClient(config);
export const Prisma = {
${names.join("\n")}
};
`,
  );
}

if (process.argv[1] === import.meta.filename) await writeLightClient();
