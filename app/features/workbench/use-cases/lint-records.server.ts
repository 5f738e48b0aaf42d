import { readFileSync } from "node:fs";
import { lintRecordsSchema, type LintRecord } from "../domain/lint/lint-records";

let kept: readonly LintRecord[] | null = null;

/** The findings of the files that were looked at and stay; read once. */
export function lintRecords(): readonly LintRecord[] {
  kept ??= lintRecordsSchema.parse(JSON.parse(readFileSync("rules/lint-records.json", "utf8")));
  return kept;
}
