import { z } from "zod";
import { findingCodes, type Finding } from "./finding";

const shape = { code: z.enum(findingCodes), why: z.string().min(4) };

/** `rules/lint-records.json`: findings that were looked at and stay, by item or by fact, each with the reason. */
export const lintRecordsSchema = z.array(
  z.union([z.strictObject({ ...shape, item: z.string() }), z.strictObject({ ...shape, fact: z.string() })]),
);
export type LintRecord = z.infer<typeof lintRecordsSchema>[number];

/** The record that explains a finding, or null. */
export function recordOf(finding: Finding, records: readonly LintRecord[]): LintRecord | null {
  return (
    records.find(
      (record) =>
        record.code === finding.code &&
        ("item" in record ? record.item === finding.itemId : record.fact === finding.fact),
    ) ?? null
  );
}

/** Findings nobody has explained, and records that explain nothing any more. */
export function compareWithRecords(
  findings: readonly Finding[],
  records: readonly LintRecord[],
): { open: Finding[]; recorded: number; stale: LintRecord[] } {
  const open = findings.filter((finding) => recordOf(finding, records) === null);
  const used = new Set(findings.map((finding) => recordOf(finding, records)));
  return { open, recorded: findings.length - open.length, stale: records.filter((record) => !used.has(record)) };
}
