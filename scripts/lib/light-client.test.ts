import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as runtime from "@prisma/client/runtime/client";
import { describe, expect, it } from "vitest";
import * as generated from "~/generated/prisma/client";
import { clientConfig, namespace } from "./light-client.mjs";

const classFile = readFileSync("app/generated/prisma/internal/class.ts", "utf8");
const written = (pattern: RegExp) => JSON.parse(pattern.exec(classFile)?.[1] ?? "null") as unknown;
const twice = (pattern: RegExp) => JSON.parse(written(pattern) as string) as unknown;

describe("the client of a start without development packages", () => {
  it("is told of the schema what the client by Prisma's command line is told", async () => {
    const config = await clientConfig();
    expect(JSON.parse(JSON.stringify(config))).toEqual({
      ...(written(/const config: runtime\.GetPrismaClientConfig = (\{[\s\S]*?\n\})\n/) as object),
      runtimeDataModel: twice(/config\.runtimeDataModel = JSON\.parse\((".*")\)\n/),
      parameterizationSchema: {
        strings: twice(/strings: JSON\.parse\((".*")\),\n/),
        graph: written(/graph: (".*")\n/),
      },
    });
  });

  it("has every value of the namespace that the code uses, and the same one", () => {
    const whole = generated.Prisma as unknown as Record<string, unknown>;
    const used = new Set(
      ["app", "prisma", "scripts"].flatMap(sources).flatMap((file) => {
        const code = readFileSync(file, "utf8");
        return [...code.matchAll(/(?<![<:|]\s?)\bPrisma\.(\w+)/g)].map(([, name = ""]) => name);
      }),
    );
    const values = [...used].filter((name) => name in whole && name !== "ModelName");
    expect(values).toEqual(expect.arrayContaining(["sql", "DbNull", "Decimal"]));
    for (const name of values)
      expect([name, (runtime as Record<string, unknown>)[(namespace as Record<string, string>)[name] ?? ""]]).toEqual([
        name,
        whole[name],
      ]);
    expect(Object.keys(namespace).filter((name) => !values.includes(name))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(place);
    return /\.tsx?$/.test(entry.name) ? [place] : [];
  });
}
