import { RandomSource } from "#prisma/seed/random-source";
import { Refusal } from "~/kernel/refusal";
import { perform, type Performing } from "~/platform/transact.server";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { maker } from "../due-payment";
import { checkInvariants } from "./invariants";
import { operations } from "./operations";
import { type Run } from "./run";
import { makeWorld } from "./world";

export type Tally = { done: number; refused: number };
export type Report = {
  operations: number;
  tallies: Record<string, Tally>;
  invariants: { name: string; violations: number }[];
  errors: string[];
};
export type Options = { operations: number; workers: number; seed: number };

/**
 * Lets several workers do random operations at once through the use cases, then checks every invariant and sends every
 * file of the bank once more. A refusal is an answer; any other error is a violation.
 */
export async function drive(process: Performing, options: Options): Promise<Report> {
  const world = await makeWorld(process, Math.ceil(options.operations / 4));
  const tallies: Record<string, Tally> = Object.fromEntries(
    Object.keys(operations).map((name) => [name, { done: 0, refused: 0 }]),
  );
  const errors: string[] = [];
  const files: Uint8Array[] = [];
  let left = options.operations;
  let serial = 0;
  const work = async (worker: number) => {
    const run: Run = {
      process,
      world,
      files,
      random: new RandomSource(options.seed * 1000 + worker),
      serial: () => `S-${String(++serial).padStart(6, "0")}`,
    };
    while (left-- > 0) await once(run, tallies, errors);
  };
  await Promise.all(Array.from({ length: options.workers }, (_, worker) => work(worker)));
  const invariants = [
    ...(await checkInvariants(process.prisma)),
    { name: "a case in parts whose money is demanded keeps none of it", violations: await keptOfDemanded(process) },
    { name: "sending every file of the bank again adds 0 entries", violations: await replayAll(process, files) },
  ];
  return {
    operations: options.operations,
    tallies,
    invariants: [
      ...invariants,
      { name: "no operation ends in anything but success or a refusal", violations: errors.length },
    ],
    errors,
  };
}

const weighted = Object.entries(operations).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

async function once(run: Run, tallies: Record<string, Tally>, errors: string[]): Promise<void> {
  const name = run.random.pick(weighted);
  const tally = tallies[name] ?? { done: 0, refused: 0 };
  try {
    await operations[name]?.run(run);
    tally.done += 1;
  } catch (error) {
    if (error instanceof Refusal) tally.refused += 1;
    else errors.push(`${name}: ${String(error).replace(/\s+/g, " ").slice(0, 400)}`);
  }
}

/** Here all that was paid is asked back each time (`askBack`), so that whatever the bank pays afterwards is demanded, too. */
async function keptOfDemanded({ prisma }: Performing): Promise<number> {
  const kept = await prisma.$queryRaw<unknown[]>`
    SELECT a.id FROM "Application" a JOIN "LedgerTransaction" t ON t."applicationId" = a.id JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'disbursed'
    WHERE EXISTS (SELECT 1 FROM "RecoveryCase" r WHERE r."applicationId" = a.id AND r.status IN ('demanded', 'recovered')) GROUP BY a.id HAVING sum(e."amountFen") <> 0`;
  return kept.length;
}

async function replayAll(process: Performing, files: readonly Uint8Array[]): Promise<number> {
  const before = await process.prisma.ledgerEntry.count();
  for (const bytes of files)
    await perform(process, maker, (deps) =>
      importBankFile({ ...deps, actor: maker }, { fileName: "again.xml", bytes }),
    );
  return (await process.prisma.ledgerEntry.count()) - before;
}
