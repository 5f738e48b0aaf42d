import { storedAs } from "~/kernel/stored";
import { Refusal } from "~/kernel/refusal";
import { coRegion } from "./co-region";
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
 * publicity and endings get their parts. The second version has the same states as the third; the fourth knows beside the
 * departments what becomes of a disagreement. @throws Refusal `redemption.machine-mismatch` for a version nobody knows
 */
export function migrateSnapshot(stored: StoredSnapshot): StoredSnapshot {
  const version = stored.version ?? 1;
  if (version === machineVersion) return stored;
  if (version === 2 || version === 3) return withAccord(stored);
  if (version === 1) return withAccord(fromVersionOne(stored));
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
    version: 2,
  };
}

type Departments = { review?: { departments?: Record<string, unknown> } };

/** Where co-departments are asked, their accord: open where one is against it, also where a correction interrupted them. */
function withAccord(stored: StoredSnapshot): StoredSnapshot {
  const accord = stored.context.disagreeing.length > 0 ? "conferring" : "none";
  const departments = (stored.value as Departments).review?.departments;
  const isAsked = Object.keys(departments ?? {}).some((region) => region.startsWith(coRegion("")));
  return {
    ...stored,
    ...(isAsked ? { value: { review: { departments: { ...departments, accord } } } } : {}),
    historyValue: remembered(stored.historyValue, accord),
    version: machineVersion,
  };
}

/** The memory of a correction, an accord added where it holds co-departments. */
function remembered(historyValue: unknown, accord: string): unknown {
  return Object.fromEntries(
    Object.entries((historyValue ?? {}) as Record<string, { id: string }[]>).map(([memory, nodes]) => {
      const co = nodes.find(({ id }) => id.includes(`.departments.${coRegion("")}`));
      if (!co) return [memory, nodes];
      const id =
        accord === "none"
          ? "undisputed"
          : `${co.id.slice(0, co.id.indexOf(".departments."))}.departments.accord.${accord}`;
      return [memory, [...nodes, { id }]];
    }),
  );
}

const readStored = storedAs<StoredSnapshot>("snapshot", "value", "context");

/** Where a case stands as its row keeps it; null before the first step. @throws Error where something else is stored */
export function readSnapshot(stored: unknown): StoredSnapshot | null {
  return stored === null ? null : readStored(stored);
}
