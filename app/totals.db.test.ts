import { afterAll, beforeAll, expect, it } from "vitest";
import { budgetUse, sumsAndSlices } from "~/features/monitoring/adapters/figures.repository.server";
import type { Totals } from "~/features/funds/domain/totals";
import { routeWorld } from "~/platform/testing/route-world";

const year = 2026;
let world: Awaited<ReturnType<typeof routeWorld>>;
beforeAll(async () => {
  world = await routeWorld(new Date("2026-11-24T02:00:00Z"));
});
afterAll(() => world.close());

type Envelope = { id: string; availableFen: bigint; totals: Totals };
type Budgets = { totals: Totals; envelopes: Envelope[] };
type Monitor = {
  total: { unpaidFen: bigint; disbursedFen: bigint };
  budgets: { id: string; grantedFen: bigint; unpaidFen: bigint; disbursedFen: bigint }[];
};

const open = async <T>(name: string, person: string, params = {}) =>
  (await world.call(name, { person, params, query: `?year=${year}` })) as T;

it("the budget page, each envelope, the monitor and the ledger tell the same reserved, due and disbursed", async () => {
  const finance = await open<Budgets>("finance._index", "finance");
  expect(finance.totals.disbursedFen).toBeGreaterThan(0n);
  const sum = (of: (envelope: Envelope) => bigint) => finance.envelopes.reduce((all, each) => all + of(each), 0n);
  for (const name of ["grantedFen", "reservedFen", "dueFen", "unpaidFen", "disbursedFen", "owedFen"] as const)
    expect(
      sum(({ totals }) => totals[name]),
      name,
    ).toBe(finance.totals[name]);
  for (const { id, totals, availableFen } of finance.envelopes) {
    const { envelope } = await open<{ envelope: Envelope }>("finance.envelopes.$id", "finance", { id });
    expect(envelope.totals).toEqual(totals);
    expect(envelope.availableFen).toBe(availableFen);
  }

  const figures = await figuresOf();
  expect(new Map(figures.budgets.map(({ id, ...rest }) => [id, rest.unpaidFen]))).toEqual(
    new Map(finance.envelopes.map(({ id, totals }) => [id, totals.unpaidFen])),
  );
  const whole = (of: (budget: Monitor["budgets"][number]) => bigint) =>
    figures.budgets.reduce((all, each) => all + of(each), 0n);
  expect(whole(({ disbursedFen }) => disbursedFen)).toBe(finance.totals.disbursedFen);
  expect([figures.total.unpaidFen, figures.total.disbursedFen]).toEqual([
    finance.totals.unpaidFen,
    finance.totals.disbursedFen,
  ]);
  expect(whole(({ grantedFen }) => grantedFen)).toBe(finance.totals.grantedFen);

  const [ledger] = await world.prisma.$queryRaw<{ unpaid: bigint; disbursed: bigint }[]>`
    SELECT sum(e."amountFen") FILTER (WHERE e.account IN ('reserved', 'committed'))::bigint AS unpaid,
      sum(e."amountFen") FILTER (WHERE e.account IN ('disbursed', 'owed'))::bigint AS disbursed
    FROM "LedgerEntry" e JOIN "Envelope" v ON v.id = e."envelopeId" WHERE v.kind = 'budget' AND v.year = ${year}`;
  expect([finance.totals.unpaidFen, finance.totals.disbursedFen]).toEqual([ledger?.unpaid, ledger?.disbursed]);
});

async function figuresOf(): Promise<Monitor> {
  const { total } = await sumsAndSlices(world.prisma, { year });
  return { total, budgets: await budgetUse(world.prisma, { year }) };
}

it("a reconciliation of nothing says what it covers and claims no agreement", async () => {
  const page = await open<{ covers: { compared: number; payments: number; files: number; from: string } }>(
    "finance.reconciliation",
    "finance",
  );
  expect(page.covers).toMatchObject({ from: `${year}-01-01`, compared: 0, files: 0 });
});
