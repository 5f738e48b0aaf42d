import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readEnv } from "~/platform/env.server";
import { runLife } from "./run";

/** Lets one city live on the database of the environment, and writes what is told of it. */
const { values } = parseArgs({
  options: {
    firms: { type: "string", default: "20" },
    years: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});

const began = Date.now();
const told = await runLife(readEnv(process.env), {
  firms: Number(values.firms),
  years: Number(values.years),
  begins: "2026-01-05",
  seed: Number(values.seed),
});
if (!values.out) throw new Error("--out names the file for what is told");
writeFileSync(values.out, JSON.stringify({ ...told, seconds: Math.round((Date.now() - began) / 1000) }));
