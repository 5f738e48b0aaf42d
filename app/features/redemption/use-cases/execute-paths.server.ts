import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import type { Actor } from "~/features/identity/domain/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext, Deps } from "~/platform/context.server";
import type { StoredSnapshot } from "../domain/decide";
import type { CaseEvent } from "../domain/events";
import { alphabetOf } from "../domain/verify/alphabet";
import type { Shape } from "../domain/verify/catalogue-shapes";
import { explore, shortestPaths } from "../domain/verify/explore";
import { readCase } from "../domain/decide";
import { advanceCase, machineOf } from "./advance-case.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
export type Execution = { paths: number; refusals: number; violations: string[] };

const actor: Actor = { kind: "system", name: "worker" };
const fen = 1_000_00n;
const rolledBack = new Error("rolled back");

type Leg = { event: CaseEvent; children: Leg[] };
type Run = { deps: Deps; shape: Shape; id: string; execution: Execution; depth: number };

/**
 * Runs every shortest path of a workflow through the use case on the database. Common beginnings run once: each branch
 * goes on from a savepoint. Nothing is kept.
 */
export async function executePaths(process: Process, shape: Shape): Promise<Execution> {
  const execution: Execution = { paths: 0, refusals: 0, violations: [] };
  const paths = [...shortestPaths(explore(shape.config)).values()];
  const has = (type: CaseEvent["type"]) => (events: readonly CaseEvent[]) => events.some((event) => event.type === type);
  const kinds = [
    { rich: true, dishonest: false, paths: paths.filter((each) => !has("BUDGET_EXHAUSTED")(each) && !has("CREDIT_FAILED")(each)) },
    { rich: false, dishonest: false, paths: paths.filter((each) => has("BUDGET_EXHAUSTED")(each) && !has("CREDIT_FAILED")(each)) },
    { rich: true, dishonest: true, paths: paths.filter(has("CREDIT_FAILED")) },
  ];
  for (const kind of kinds.filter((each) => each.paths.length > 0)) {
    await process.prisma.$transaction(async (tx) => {
      const deps: Deps = { tx, clock: process.clock, random: process.random, catalogue: process.catalogue, actor };
      const id = await openCase(deps, shape, kind);
      await walk({ deps, shape, id, execution, depth: 0 }, treeOf(kind.paths));
      throw rolledBack;
    }, { timeout: 3_600_000, maxWait: 60_000 }).catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  }
  execution.paths = paths.length;
  return execution;
}

function treeOf(paths: readonly (readonly CaseEvent[])[]): Leg[] {
  const root: Leg[] = [];
  for (const path of paths) {
    let legs = root;
    for (const event of path) {
      let leg = legs.find((each) => JSON.stringify(each.event) === JSON.stringify(event));
      if (!leg) legs.push((leg = { event, children: [] }));
      legs = leg.children;
    }
  }
  return root;
}

async function openCase(deps: Deps, { itemId, config }: Shape, { rich, dishonest }: { rich: boolean; dishonest: boolean }): Promise<string> {
  const createdAt = deps.clock.now();
  const region = config.regionCode.endsWith("0000") || config.level === "national" || config.level === "province" || config.level === "city" ? "340503" : config.regionCode;
  const firm = await deps.tx.enterprise.create({ data: { creditCode: makeCreditCode("340503", 1), name: "示例", legalForm: "company", regionCode: region, industryCode: "C3421", createdAt } });
  if (dishonest) await deps.tx.exclusion.create({ data: { enterpriseId: firm.id, recoveryId: firm.id, departmentId: "-", regionCode: "-", reason: "-", fromDay: "2026-01-01", toDay: "2028-12-31" } });
  const account = await deps.tx.bankAccount.create({ data: { enterpriseId: firm.id, holder: "-", bankName: "-", sealedNumber: new Uint8Array(1), lastFour: "0000", createdById: firm.id, createdAt } });
  if (rich) await grant(deps, itemId);
  const row = await deps.tx.application.create({
    data: {
      enterpriseId: firm.id, itemId, itemVersionId: deps.catalogue.byId.get(itemId)?.versionId ?? "", year: 2026, state: "draft", ...machineOf(config), createdById: firm.id, createdAt, bankAccountId: account.id, claimedFen: fen, approvedFen: fen,
    },
    select: { id: true },
  });
  return row.id;
}

function grant(deps: Deps, itemId: string): Promise<void> {
  return grantBudget(deps, { documentId: deps.catalogue.registry.documentIdOf(itemId), year: 2026, fen: 10n * fen, idempotencyKey: deps.random.uuid() });
}

async function walk(run: Run, legs: readonly Leg[]): Promise<void> {
  for (const leg of legs) {
    const point = `p${run.depth}`;
    await run.deps.tx.$executeRawUnsafe(`SAVEPOINT ${point}`);
    await step(run, leg.event);
    await walk({ ...run, depth: run.depth + 1 }, leg.children);
    await run.deps.tx.$executeRawUnsafe(`ROLLBACK TO SAVEPOINT ${point}`);
  }
}

function row({ deps, id }: Run) {
  return deps.tx.application.findUniqueOrThrow({ where: { id }, select: { state: true, version: true, snapshot: true, approvedFen: true } });
}

/** Sends one event, unless the platform has done so by itself in the step before, and holds the result against the law. */
async function step(run: Run, event: CaseEvent): Promise<void> {
  const { deps, shape, id, execution } = run;
  const before = await row(run);
  const snapshot = before.snapshot as unknown as StoredSnapshot | null;
  const standing = readCase(shape.config, snapshot);
  const automatic = /^(BUDGET|CREDIT)_/.test(event.type);
  if (automatic && !standing.can(event)) return;
  if (event.type === "BUDGET_RESERVED" && !(await funded(run))) return;
  try {
    await advanceCase(deps, { where: { id }, event, idempotencyKey: deps.random.uuid() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    execution.violations.push(`refused on the way: ${event.type} in ${before.state}: ${error.code}`);
  }
  await lawful(run, event);
  await refusals(run);
}

async function funded({ deps, shape, id }: Run): Promise<boolean> {
  const order = { applicationId: id, itemId: shape.itemId, year: 2026, fen, firmRegion: "340503", idempotencyKey: deps.random.uuid() };
  if (await reserveBudget(deps, order)) return true;
  await grant(deps, shape.itemId);
  return reserveBudget(deps, { ...order, idempotencyKey: deps.random.uuid() });
}

/** paid ≤ approved ≤ reserved ≤ budget, as the ledger has it. */
async function lawful(run: Run, event: CaseEvent): Promise<void> {
  const { deps, id, execution } = run;
  const after = await row(run);
  if (after.state !== "payment" && after.state !== "closed") return;
  const [sums] = await deps.tx.$queryRaw<{ set: bigint; paying: bigint; granted: bigint }[]>`
    SELECT coalesce((SELECT sum(e."amountFen") FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE t."applicationId" = ${id}::uuid AND e."amountFen" > 0 AND t.kind = 'reserve'), 0)::bigint AS set,
      coalesce((SELECT sum("amountFen") FROM "Payment" WHERE "applicationId" = ${id}::uuid AND status IN ('pending', 'batched', 'paid')), 0)::bigint AS paying,
      coalesce((SELECT sum("grantedFen") FROM "Envelope"), 0)::bigint AS granted`;
  const approved = after.approvedFen ?? 0n;
  if (!sums || sums.paying > approved || approved > sums.set || sums.set > sums.granted) execution.violations.push(`sums after ${event.type}: ${JSON.stringify(sums, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}`);
}

/** Some of what the machine refuses here: nothing of the row may change. */
async function refusals(run: Run): Promise<void> {
  const { deps, shape, id, execution } = run;
  const before = await row(run);
  const standing = readCase(shape.config, before.snapshot as unknown as StoredSnapshot | null);
  const refused = alphabetOf(shape.config).filter((event) => !standing.can(event));
  for (const event of refused.filter((_, index) => index % 16 === run.depth % 16)) {
    const answered = await advanceCase(deps, { where: { id }, event, idempotencyKey: deps.random.uuid() }).then(() => null, (error: unknown) => error);
    execution.refusals += 1;
    if (!(answered instanceof Refusal)) execution.violations.push(`not refused: ${event.type} in ${before.state}`);
  }
  if (JSON.stringify(await row(run), bigintText) !== JSON.stringify(before, bigintText)) execution.violations.push(`a refusal changed the row in ${before.state}`);
}

const bigintText = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
