import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSchema } from "../../scripts/lib/light-client.mjs";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

const schema = readSchema();
let process: TestProcess;
let pool: pg.Pool;

beforeAll(async () => {
  await loadEngine();
  process = await testProcess();
  pool = new pg.Pool({ connectionString: process.ownerUrl });
});
afterAll(async () => {
  await pool.end();
  await process.close();
});

async function loadEngine(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  (engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
}

/**
 * The adapter does not know the type "char" (18) of the system catalogues, which the engine reads as one character: the
 * pool passes it on as text and remembers where, the adapter's answer then says what it was.
 */
function readableDatabase(): ReturnType<typeof bindMigrationAwareSqlAdapterFactory> {
  const characters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as unknown as (...values: unknown[]) => Promise<pg.QueryResult>;
  const reading = Object.assign(Object.create(pool) as pg.Pool, {
    query: async (...values: unknown[]) => {
      const result = await query(...values);
      characters.set(
        result.rows,
        result.fields.flatMap((field, index) => (field.dataTypeID === pg.types.builtins.CHAR ? [index] : [])),
      );
      for (const field of result.fields)
        if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.TEXT;
      return result;
    },
  });
  const factory = new PrismaPg(reading);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (...values: Parameters<typeof queryRaw>) => {
        const result = await queryRaw(...values);
        for (const index of characters.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
    });
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** SQL that would make the migrated database equal to a schema; comments of the engine left out. */
async function missing(text: string): Promise<string> {
  const files = [{ path: "schema.prisma", content: text }];
  const migrator = await engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", text]] },
    () => undefined,
    readableDatabase(),
  );
  try {
    const filters = { externalTables: ["public._prisma_migrations"], externalEnums: [] };
    const { stdout } = await migrator.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return (stdout ?? "")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("--"))
      .join("\n");
  } finally {
    migrator.free();
  }
}

describe("the migrated database", () => {
  it("equals the schema", async () => {
    expect(await missing(schema)).toBe("");
  });

  it("is told apart from a schema with another column, index or type", async () => {
    expect(await missing(schema.replace(/(model CalendarDay \{)/, "$1\n  spare Int?"))).toContain(
      'ALTER TABLE "CalendarDay" ADD COLUMN',
    );
    expect(await missing(schema.replace("@@unique([applicationId, seq])", ""))).toContain(
      'DROP INDEX "Transition_applicationId_seq_key"',
    );
    expect(await missing(schema.replace("isWorkday Boolean", "isWorkday String"))).toContain("isWorkday");
  });
});
