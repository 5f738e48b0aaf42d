import { Refusal } from "~/kernel/refusal";
import type { fixedClock } from "~/kernel/clock";
import type { Performing } from "~/platform/transact.server";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { readCase } from "../../domain/decide";
import type { CaseEvent, CaseEventType } from "../../domain/events";
import { alphabetOf } from "../../domain/verify/alphabet";
import type { Shape } from "../../domain/verify/catalogue-shapes";
import { renamed, renaming } from "../../domain/verify/alike";
import { explore, keyOf, leavesOf, orderOf, topOf, type Exploration, type Snapshot } from "../../domain/verify/explore";
import { isOffered, journey, type Journey, type Leg } from "../../domain/verify/legs";
import { doorOf } from "./doors";
import { brokenLaws, fingerprint } from "./laws";
import { look, type Seen } from "./seen";
import { exclude, prepareMoney, setUp } from "./set-up";
import { nested, part, undo, type NestedProcess, type Stage } from "./stage";

/** `paths`: states that were led to by their shortest way; `steps`: steps taken; `refusals`: events refused, each in each state once. */
export type Execution = { paths: number; steps: number; refusals: number; violations: string[] };
type Process = Performing & { clock: ReturnType<typeof fixedClock> };
/** A part of the whole: so many paths at the most, along these events alone, and whether what is refused is tried. */
export type Sample = { limit?: number; along?: readonly CaseEventType[]; refusals?: boolean };
type Run = {
  stage: Stage;
  found: Exploration;
  way: Journey;
  tried: Set<string>;
  taken: Set<string>;
  reached: Set<string>;
  execution: Execution;
  sample: Sample | undefined;
};

const rolledBack = new Error("rolled back");

/**
 * Takes every shortest path of a workflow through the use cases, on the database, and every other step once from each state;
 * after each step the stored case must be the model's, and the law kept. In each state every event that is not allowed there
 * is tried once. Common beginnings run once: each branch goes on from a savepoint. Nothing is kept.
 * @param found the model, if it isn't that of the chosen item's configuration (its departments may be others than the shape's)
 */
export async function executePaths(
  process: Process,
  shape: Shape,
  { found: model, sample }: { found?: Exploration; sample?: Sample } = {},
): Promise<Execution> {
  const execution: Execution = { paths: 0, steps: 0, refusals: 0, violations: [] };
  const began = process.clock.now();
  await process.prisma
    .$transaction(
      async (tx) => {
        const inner: NestedProcess = {
          ...process,
          prisma: nested(tx),
          log: { warn: () => undefined } as unknown as NestedProcess["log"],
        };
        const stage = await setUp(inner, tx, shape);
        const found = model ?? explore(stage.shape.config);
        const way = journey(stage.shape.config, found);
        const run: Run = {
          stage,
          found,
          way,
          tried: new Set(),
          taken: new Set(),
          reached: new Set([way.start]),
          execution,
          sample,
        };
        await visit(run, way.start);
        if (!sample) missed(run);
        throw rolledBack;
      },
      { timeout: 3_600_000, maxWait: 60_000 },
    )
    .catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  process.clock.set(began);
  return execution;
}

/** States of the model that no step led to or through. */
function missed({ found, way, reached, execution }: Run): void {
  for (const key of found.states.keys())
    if (!reached.has(key) && !way.passed.has(key) && !way.unfunded.has(key))
      execution.violations.push(`no use case leads to ${key}`);
}

/** Tries what is refused where the case stands, then goes on: along the shortest paths to new states, and once along every other step. */
async function visit(run: Run, key: string): Promise<void> {
  const { way, execution, sample = {} } = run;
  const snapshot = run.found.states.get(key);
  if (!snapshot || execution.paths >= (sample.limit ?? Infinity)) return;
  execution.paths += 1;
  if (sample.refusals !== false) await tryRefused(run, key, snapshot);
  for (const leg of way.legs.get(key) ?? [])
    if (sample.along?.includes(leg.event.type) !== false) await follow(run, snapshot, leg);
}

async function follow(run: Run, { value }: Snapshot, leg: Leg): Promise<void> {
  const { way, reached, taken, stage } = run;
  const name = JSON.stringify([value, leg.event, leg.own, leg.money]);
  const isNew = !reached.has(leg.to) && way.paths.get(leg.to)?.at(-1) === leg;
  if (!isNew && taken.has(name)) return;
  taken.add(name);
  if (isNew) reached.add(leg.to);
  const now = stage.process.clock.now();
  await undo(stage.tx, async () => {
    const arrived = await take(run, leg);
    if (isNew && arrived) await visit(run, leg.to);
  });
  stage.process.clock.set(now);
}

/** Takes one step and holds what is stored against the model and the law; false when it did not lead where it must. */
async function take(run: Run, leg: Leg): Promise<boolean> {
  const { stage, execution } = run;
  execution.steps += 1;
  const say = (what: string) =>
    execution.violations.push(
      `${what}: ${leg.event.type} ${JSON.stringify("actorId" in leg.event ? leg.event.actorId : "")} from ${leg.from}`,
    );
  if (leg.own.some(({ type }) => type === "CREDIT_FAILED")) await exclude(stage);
  const before = await look(stage);
  const money = before.state === "awaitingBudget" && leg.event.type === "BUDGET_RESERVED" ? "there" : leg.money;
  if (money) await prepareMoney(stage, money);
  const event = asStored(run, leg.from, leg.event, before);
  try {
    await doorOf(event)(stage, event, before);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`refused on the way (${error.code})`);
    return false;
  }
  const after = await look(stage);
  const stored = keyOf(named(stage, after.snapshot), run.found.alike);
  if (stored !== leg.to) say(`stored ${stored} in place of ${leg.to}`);
  for (const law of await brokenLaws(stage.tx, after.id, stage.shape.config)) say(law);
  if (after.snapshot && after.state !== readCase(stage.shape.config, after.snapshot).state)
    say(`row says ${after.state}`);
  return stored === leg.to;
}

/** A stored case with the persons under the names of the model. */
function named({ cast }: Stage, snapshot: unknown): Pick<Snapshot, "value" | "context" | "historyValue"> {
  let text = JSON.stringify(snapshot);
  for (const [name, { userId }] of cast) text = text.replaceAll(userId, name);
  const { value, context, historyValue = {} } = JSON.parse(text) as Snapshot;
  return { value, context, historyValue };
}

/** An event of a state of the model, by the department that stands in the stored case as the event's does in the model. */
function asStored({ found, stage }: Run, key: string, event: CaseEvent, { snapshot }: Seen): CaseEvent {
  const state = found.states.get(key);
  if (!("departmentId" in event) || !state || !snapshot) return event;
  return renamed(event, renaming(orderOf(state, found.alike), orderOf(named(stage, snapshot), found.alike)));
}

/**
 * Every event that is not allowed here: nothing of the case, its moves, the ledger and the outbox may change; a firm
 * whose case has ended may be listed anew, which is another case, and money that comes in is booked beside the case.
 */
async function tryRefused(run: Run, key: string, snapshot: Snapshot): Promise<void> {
  const { stage, tried, execution } = run;
  const { config } = stage.shape;
  if (topOf(snapshot) === "draft" && config.workflow === "applyFree") return;
  for (const refused of refusedHere(snapshot, config)) {
    const name = JSON.stringify([snapshot.value, refused]);
    if (tried.has(name)) continue;
    tried.add(name);
    execution.refusals += 1;
    const now = stage.process.clock.now();
    const changed = await undo(stage.tx, async () => {
      const seen = await look(stage);
      const event = asStored(run, key, refused, seen);
      const whole = event.type === "LISTED" || isBooking(snapshot, event) ? "case" : "all";
      const before = await fingerprint(stage.tx, seen.id, whole);
      const outcome = await undoIfRefused(stage, () => doorOf(event)(stage, event, seen));
      if (outcome instanceof Error && !(outcome instanceof Refusal)) return String(outcome);
      return (await fingerprint(stage.tx, seen.id, whole)) === before ? null : "changed something";
    });
    stage.process.clock.set(now);
    if (changed)
      execution.violations.push(`${changed}: ${JSON.stringify(refused)} in ${leavesOf(snapshot.value).join(" & ")}`);
  }
}

/** By everybody where it matters who it is; an event that nobody may send is tried by one. */
function refusedHere(snapshot: Snapshot, config: RedemptionConfig): CaseEvent[] {
  const all = alphabetOf(config);
  const heard = new Set(all.filter((event) => snapshot.can(event)).map(({ type }) => type));
  const isFirst = (event: CaseEvent, index: number) => all.findIndex(({ type }) => type === event.type) === index;
  return all.filter(
    (event, index) =>
      (heard.has(event.type) ? !(snapshot.can(event) && isOffered(config, snapshot, event)) : isFirst(event, index)) &&
      !awaits(snapshot, event),
  );
}

async function undoIfRefused({ tx }: Stage, work: () => Promise<unknown>): Promise<unknown> {
  return part(tx, work).then(
    () => null,
    (error: unknown) => error,
  );
}

/**
 * Money that comes back while a recovery is proposed waits, and the department is told; it settles what is demanded;
 * afterwards it is held for the firm: bookings, no steps of the case.
 */
function isBooking({ value }: Snapshot, { type }: CaseEvent): boolean {
  return (
    /^PAYMENT_(RETURNED|REVERSED)$/.test(type) &&
    leavesOf(value).some((leaf) => /^closed\.money\.(proposed|demanded|recovered)$/.test(leaf))
  );
}

/** An event that the platform adds by itself where the machine would hear it. */
function awaits(snapshot: Snapshot, event: CaseEvent): boolean {
  return /^(CREDIT|BUDGET)_/.test(event.type) && snapshot.can(event);
}
