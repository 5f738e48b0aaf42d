import type { z } from "zod";

type Issue = z.core.$ZodIssue;
export type ShapeProblem = { path: string; reason: string };

/** Where and why a value misses its shape; of a union the branch is told that came nearest. */
export function shapeProblems(issues: readonly Issue[], above: readonly PropertyKey[] = []): ShapeProblem[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    const nearest = issue.code === "invalid_union" ? nearestBranch(issue.errors) : null;
    return nearest ? shapeProblems(nearest, path) : [{ path: path.map(String).join("."), reason: reasonOf(issue) }];
  });
}

function nearestBranch(branches: readonly Issue[][]): readonly Issue[] | null {
  const [first, ...others] = branches;
  if (!first) return null;
  return others.reduce((best, branch) => (isNearer(branch, best) ? branch : best), first);
}

function isNearer(branch: readonly Issue[], best: readonly Issue[]): boolean {
  const difference = depth(branch) - depth(best);
  return difference === 0 ? branch.length < best.length : difference > 0;
}

function depth(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === "invalid_union" ? deepest(issue.errors) : 0)),
  );
}

function deepest(branches: readonly Issue[][]): number {
  return Math.max(0, ...branches.map(depth));
}

function reasonOf(issue: Issue): string {
  return issue.code === "invalid_union" && issue.discriminator ? `unknown ${issue.discriminator}` : issue.message;
}
