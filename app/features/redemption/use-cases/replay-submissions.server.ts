import { bindingCheck } from "~/features/matching/use-cases/check-binding.server";
import { amountOf } from "~/features/matching/domain/amount/amount";
import { claimedSum } from "~/features/matching/domain/amount/claimed-sum";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { contentHash } from "~/platform/content-hash.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import { submissionOf } from "../adapters/submission.repository.server";
import type { findDecided } from "../adapters/replay.repository.server";
import { compare, type Difference } from "../domain/replay";
import type { Submission } from "../domain/submission";

type Decided = NonNullable<Awaited<ReturnType<typeof findDecided>>>;
type Check = Decided["ruleChecks"][number];

/** What came of one handing-in; `kept` is false for one of before 2026-11-29 whose facts a correction replaced. */
export type ReplayedSubmission = {
  seq: number;
  kind: string | null;
  at: Date | null;
  kept: boolean;
  checks: number;
  differences: Difference[];
};

/** Every handing-in of a case once more: its sum and its checks, on its own facts and what had been received then. */
export async function replaySubmissions(row: Decided, item: PolicyItem): Promise<ReplayedSubmission[]> {
  const handedIn = new Map(row.submissions.map((each) => [each.seq, each]));
  const seqs = new Set([...handedIn.keys(), ...row.ruleChecks.map(({ submission }) => submission)]);
  const replayed: ReplayedSubmission[] = [];
  for (const seq of [...seqs].toSorted((a, b) => a - b)) {
    const stored = handedIn.get(seq);
    const checks = row.ruleChecks.filter(({ submission }) => submission === seq);
    const differences = stored ? await replayOne({ ...submissionOf(stored), year: row.year }, checks, item) : [];
    replayed.push({
      seq,
      kind: stored?.kind ?? null,
      at: stored?.at ?? checks[0]?.at ?? null,
      kept: stored !== undefined,
      checks: checks.length,
      differences: differences.map((each) => ({ ...each, submission: seq })),
    });
  }
  replayed.at(-1)?.differences.push(...claimedDifference(row));
  return replayed;
}

/** The sum asked for is the rule's of the last handing-in; a department's list states its own while no rule gives one. */
function claimedDifference({ submissions, claimedFen, listId }: Decided): Difference[] {
  const last = submissions.at(-1);
  if (!last || last.kind === "listed" || (listId !== null && last.ruleFen === null)) return [];
  return compare("amount", "claimed", claimedFen, last.ruleFen).map((each) => ({ ...each, submission: last.seq }));
}

async function replayOne(
  { frozen, ruleFen, kind, year }: Submission & { year: number },
  checks: readonly Check[],
  item: PolicyItem,
): Promise<Difference[]> {
  const differences = sumIsKept({ frozen, ruleFen, kind }, item)
    ? compare("amount", "", ruleFen, sumOf({ frozen, kind, year }, item))
    : [];
  for (const check of checks) {
    const where = `${check.moment} ${check.at.toISOString()}`;
    const today = shanghaiDay(check.at);
    const binding = await bindingCheck(item, frozen.facts, today);
    differences.push(
      ...compare("facts", where, check.factsHash, contentHash(frozen.facts)),
      ...compare(
        "verdict",
        where,
        { engine: check.engineVersion, result: check.result, verdict: check.fastVerdict },
        {
          engine: binding.version,
          result: binding.result,
          verdict: evaluateCondition(item.conditions, frozen.facts, today),
        },
      ),
      ...compare("trace", where, check.trace, JSON.parse(canonicalJson(binding))),
      ...compare("amount", where, check.amountFen, ruleFen),
    );
  }
  return differences;
}

/** What the rule gives; a list's sum is the department's and not cut to what is left. */
function sumOf({ frozen, kind, year }: Pick<Submission, "frozen" | "kind"> & { year: number }, item: PolicyItem) {
  const received = frozen.received ?? [];
  const sum =
    kind === "listed" ? amountOf(item, frozen.facts, received) : claimedSum(item, frozen.facts, received, year);
  return sum.fen;
}

/** Lists of before 2026-11-29 kept no sum of the rule, and corrections no sums received, on which a top-up hangs. */
function sumIsKept({ frozen, ruleFen, kind }: Pick<Submission, "frozen" | "ruleFen" | "kind">, item: PolicyItem) {
  if (kind === "listed" && ruleFen === null) return false;
  return frozen.received !== undefined || !item.topUp;
}
