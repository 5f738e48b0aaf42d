import { Refusal } from "~/kernel/refusal";
import { machineVersion } from "./machine";
import { blankContext, type CaseContext } from "./machine-base";

/** A snapshot as it is stored; the row beside it names machine, version and hash. The first version wrote none into it. */
export type StoredSnapshot = {
  value: unknown;
  context: CaseContext;
  historyValue?: unknown;
  status: string;
  version?: number;
};

/**
 * A stored snapshot as the present machine reads it. Cases of the first version are taken over: the new memory is blank,
 * publicity and endings get their parts. The second version has the same states as the third. @throws Refusal `redemption.machine-mismatch` for a version nobody knows
 */
export function migrateSnapshot(stored: StoredSnapshot): StoredSnapshot {
  const version = stored.version ?? 1;
  if (version === machineVersion) return stored;
  if (version === 2) return { ...stored, version: machineVersion };
  if (version === 1) return fromVersionOne(stored);
  throw new Refusal("redemption.machine-mismatch");
}

function fromVersionOne({ value, context, historyValue, status }: StoredSnapshot): StoredSnapshot {
  const { objectionOpen, ...known } = context as CaseContext & { objectionOpen?: boolean };
  const parts: Record<string, unknown> = {
    publicity: { publicity: objectionOpen ? "disputed" : "running" },
    rejected: { rejected: "open" },
    closed: { closed: { rating: "done", money: "kept", check: "passed" } },
  };
  const moved = typeof value === "string" ? parts[value] : undefined;
  return {
    value: moved ?? value,
    context: { ...blankContext, ...known },
    historyValue,
    status: moved ? "active" : status,
    version: machineVersion,
  };
}
