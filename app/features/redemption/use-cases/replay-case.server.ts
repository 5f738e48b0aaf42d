import { readCaseSteps, type CaseStep } from "~/features/audit/use-cases/read-case-events.server";
import { contentHash } from "~/platform/content-hash.server";
import { itemName } from "~/features/policies/domain/item-name";
import type { Bilingual } from "~/kernel/bilingual";
import { Refusal } from "~/kernel/refusal";
import type { Tx } from "~/platform/db.server";
import { findDecided } from "../adapters/replay.repository.server";
import type { StoredSnapshot } from "../domain/decide";
import type { CaseEvent } from "../domain/events";
import { compare, replayMoves, type Difference, type RecordedMove } from "../domain/replay";
import { machineOf } from "./advance-case.server";
import { replaySubmissions, type ReplayedSubmission } from "./replay-submissions.server";
import { readConfig, readItem } from "~/features/policies/domain/stored-item";

type Decided = NonNullable<Awaited<ReturnType<typeof findDecided>>>;

export type Replay = {
  id: string;
  number: string | null;
  state: string;
  title: Bilingual;
  itemVersion: number;
  machine: { id: string; version: number };
  submissions: ReplayedSubmission[];
  moves: number;
  differences: Difference[];
};

/**
 * Decides a case once more from what it is pinned to: item version, machine, the facts of every handing-in and the
 * recorded events. Nothing is written.
 * @throws Refusal `request.not-found` (404)
 */
export async function replayCase(tx: Tx, key: string): Promise<Replay> {
  const row = await findDecided(tx, key);
  if (!row) throw new Refusal("request.not-found", 404);
  const item = readItem(row.itemVersion.content);
  const config = readConfig(row.itemVersion.redemption);
  const steps = await readCaseSteps(tx, row.id);
  const submissions = await replaySubmissions(row, item);
  const differences = [
    ...compare(
      "item",
      `${item.id} ${row.itemVersion.number}`,
      row.itemVersion.contentHash,
      contentHash({ item, redemption: config }),
    ),
    ...compare(
      "machine",
      `${row.machineId} ${row.machineVersion}`,
      row.machineHash,
      machineOf(config, row.machineVersion).machineHash,
    ),
    ...submissions.flatMap((each) => each.differences),
    ...compareLog(row, steps),
    ...replayMoves(
      config,
      row.transitions.map((move, index) => recorded(move, steps[index])),
      row.snapshot as StoredSnapshot | null,
    ),
  ];
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    title: itemName(item),
    itemVersion: row.itemVersion.number,
    machine: { id: row.machineId, version: row.machineVersion },
    submissions,
    moves: row.transitions.length,
    differences,
  };
}

/** The steps of the case and the steps in the log are the same. */
function compareLog({ transitions }: Decided, steps: readonly CaseStep[]): Difference[] {
  const inCase = transitions.map(({ event, fromState, toState }) => `${event}: ${fromState} → ${toState}`);
  const inLog = steps.map(
    ({ action, from, to }) =>
      `${action.replace("application.", "").replaceAll("-", "_").toUpperCase()}: ${from} → ${to}`,
  );
  return compare("log", "", inLog, inCase);
}

function recorded(move: Decided["transitions"][number], step: CaseStep | undefined): RecordedMove {
  const { actorId, departmentId } = move;
  const event = step?.event ?? {
    type: move.event,
    ...(actorId ? { actorId } : {}),
    ...(departmentId ? { departmentId } : {}),
  };
  return { seq: move.seq, event: event as CaseEvent, from: move.fromState, to: move.toState };
}
