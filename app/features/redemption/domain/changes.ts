import type { FactValue } from "~/features/policies/domain/fact-definition";
import { canonicalJson } from "~/kernel/canonical-json";
import { groupBy } from "~/kernel/group-by";
import type { Fen } from "~/kernel/money";
import type { Submission, SubmittedAccount, SubmittedMaterial } from "./submission";

/** What differs between two handings-in of a case, old and new; a figure that was not stated is null. */
export type SubmissionChanges = {
  figures: { fact: string; before: FactValue | null; after: FactValue | null }[];
  /** files of a requirement where any was added, replaced or taken away; all of both times */
  materials: { name: string; before: SubmittedMaterial[]; after: SubmittedMaterial[] }[];
  sum: { before: Fen | null; after: Fen | null } | null;
  account: { before: SubmittedAccount | null; after: SubmittedAccount | null } | null;
};

/** Every figure, file and sum that changed from one handing-in to another, asked for or not. */
export function changesBetween(
  before: Pick<Submission, "frozen" | "materials" | "ruleFen" | "account">,
  after: Pick<Submission, "frozen" | "materials" | "ruleFen" | "account">,
): SubmissionChanges {
  const pair = <T>(old: T, now: T) => (same(old, now) ? null : { before: old, after: now });
  return {
    figures: changedFigures(before.frozen.facts, after.frozen.facts),
    materials: changedMaterials(before.materials, after.materials),
    sum: pair(before.ruleFen, after.ruleFen),
    account: pair(before.account, after.account),
  };
}

type Figures = Readonly<Record<string, FactValue | null | undefined>>;

function changedFigures(before: Figures, after: Figures): SubmissionChanges["figures"] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((fact) => {
    const [old, now] = [before[fact] ?? null, after[fact] ?? null];
    return same(old, now) ? [] : [{ fact, before: old, after: now }];
  });
}

function changedMaterials(
  before: readonly SubmittedMaterial[],
  after: readonly SubmittedMaterial[],
): SubmissionChanges["materials"] {
  const [old, now] = [groupBy(before, ({ name }) => name), groupBy(after, ({ name }) => name)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [[...(old.get(name) ?? [])], [...(now.get(name) ?? [])]];
    return same(contentsOf(was), contentsOf(is)) ? [] : [{ name, before: was, after: is }];
  });
}

/** What makes files the same: their bytes and what they are called, in whatever order they were handed in. */
function contentsOf(files: readonly SubmittedMaterial[]): string[] {
  return files.map(({ fileHash, fileName }) => `${fileHash} ${fileName}`).sort();
}

function same(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
