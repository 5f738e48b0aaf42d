import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { perform, type Performing } from "~/platform/transact.server";
import { onceADay } from "~/platform/once-a-day";
import { rootFiles } from "../adapters/root-files.server";
import { addSeal, findSeals, grownChains, lastSeal, lockSeals } from "../adapters/seal.repository.server";
import { sha256 } from "../adapters/sha256.server";
import { nextSeal, type Seal } from "../domain/seal";
import { recordAudit } from "~/features/audit/audited.server";

/** Seals the ends of all chains that grew since the last seal. */
export async function sealLog(deps: Deps): Promise<Seal> {
  await lockSeals(deps.tx);
  return addNext(deps, await lastSeal(deps.tx));
}

async function addNext({ tx, clock }: Pick<Deps, "tx" | "clock">, last: Seal | null): Promise<Seal> {
  const now = clock.now();
  const leaves = await grownChains(tx);
  const newEvents = leaves.reduce((sum, { seq, sealed }) => sum + BigInt(seq - sealed), 0n);
  const seal = nextSeal(sha256, last, { day: shanghaiDay(now), at: now }, { leaves, newEvents });
  await addSeal(tx, seal, leaves);
  return seal;
}

/** An auditor's own seal between two days. */
export async function sealNow(deps: Deps): Promise<Seal> {
  const seal = await sealLog(deps);
  await recordAudit(deps, {
    action: "audit.sealed",
    subject: { type: "audit", id: "log" },
    after: { number: seal.number, root: seal.root },
  });
  return seal;
}

/** One seal a day, made soon after midnight in Shanghai, and every root as a file outside the database. */
export function sealDaily(process: Performing, folder: string): () => Promise<void> {
  return onceADay(process.clock, async (today) => {
    await perform(process, { kind: "system", name: "worker" }, async (deps) => {
      await lockSeals(deps.tx);
      const last = await lastSeal(deps.tx);
      if (!last || last.at < startOfDay(today).toISOString()) await addNext(deps, last);
    });
    await publishRoots(process, folder);
  });
}

/** Writes the file of every seal that has none yet. */
export async function publishRoots({ prisma }: Pick<Performing, "prisma">, folder: string): Promise<void> {
  const files = rootFiles(folder);
  for (const seal of await files.missing(await findSeals(prisma))) await files.write(seal);
}
