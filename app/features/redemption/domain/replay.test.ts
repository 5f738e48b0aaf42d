import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { compare, replayMoves, withoutOrder, type RecordedMove } from "./replay";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: [],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
} as RedemptionConfig;

function played(...events: CaseEvent[]): { moves: RecordedMove[]; stored: StoredSnapshot | null } {
  const moves: RecordedMove[] = [];
  let stored: StoredSnapshot | null = null;
  for (const event of events) {
    const decision = decide(config, stored, event);
    if (!decision.ok) throw new Error(decision.code);
    moves.push({ seq: moves.length + 1, event, from: decision.from, to: decision.to });
    stored = decision.stored;
  }
  return { moves, stored };
}

const { moves, stored } = played(
  { type: "SUBMIT" },
  { type: "PASS_COUNTY", actorId: "a" },
  { type: "RECOMMEND_APPROVAL", actorId: "b" },
);

describe("a replay", () => {
  it("is equal when nothing was touched", () => {
    expect(replayMoves(config, moves, stored)).toEqual([]);
  });

  it("finds a snapshot that was changed", () => {
    const changed = { ...stored, context: { ...stored?.context, firstReviewerId: "c" } } as StoredSnapshot;
    expect(replayMoves(config, moves, changed).map(({ part }) => part)).toEqual(["snapshot"]);
  });

  it("finds a step that was added, left out or led elsewhere", () => {
    expect(replayMoves(config, moves.slice(0, 2), stored).map(({ part }) => part)).toEqual(["snapshot"]);
    expect(
      replayMoves(
        config,
        moves.filter(({ seq }) => seq !== 2),
        stored,
      )[0],
    ).toMatchObject({ part: "move", where: "3 RECOMMEND_APPROVAL" });
    expect(
      replayMoves(
        config,
        moves.map((move) => (move.seq === 1 ? { ...move, to: "publicity" } : move)),
        stored,
      ),
    ).toEqual([
      { part: "move", where: "1 SUBMIT", recorded: '"draft → publicity"', replayed: '"draft → countyReview"' },
    ]);
  });

  it("takes lists of a snapshot as sets: a database gives parallel departments back in its own order", () => {
    const two = { ...config, coDepartmentIds: ["city-science", "city-finance"] } as RedemptionConfig;
    const recorded: RecordedMove[] = [];
    let held: StoredSnapshot | null = null;
    for (const event of [
      { type: "SUBMIT" },
      { type: "PASS_COUNTY", actorId: "a" },
      { type: "CO_DISAGREE", actorId: "c", departmentId: "city-science" },
      { type: "CO_DISAGREE", actorId: "d", departmentId: "city-finance" },
    ] as CaseEvent[]) {
      const decision = decide(two, held, event);
      if (!decision.ok) throw new Error(decision.code);
      recorded.push({ seq: recorded.length + 1, event, from: decision.from, to: decision.to });
      held = decision.stored;
    }
    const turned = {
      ...held,
      context: { ...held?.context, disagreeing: ["city-science", "city-finance"] },
      historyValue: { memory: [{ id: "b" }, { id: "a" }] },
    } as unknown as StoredSnapshot;
    const kept = { ...held, historyValue: { memory: [{ id: "a" }, { id: "b" }] } } as unknown as StoredSnapshot;
    expect(replayMoves(two, recorded, { ...turned, historyValue: held?.historyValue })).toEqual([]);
    expect(withoutOrder(turned)).toEqual(withoutOrder(kept));
    expect(withoutOrder({ a: [1, 2] })).not.toEqual(withoutOrder({ a: [1, 1] }));
  });

  it("compares bit for bit, whatever the order of keys", () => {
    expect(compare("trace", "", { b: 1, a: [2n] }, { a: ["2"], b: 1 })).toEqual([]);
    expect(compare("trace", "", { a: 1 }, { a: "1" })).toHaveLength(1);
  });
});
