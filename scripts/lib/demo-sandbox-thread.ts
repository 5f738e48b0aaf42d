import { parentPort, workerData } from "node:worker_threads";
import { profileFacts, reportingYear, type FactRecord } from "~/features/enterprises/domain/profile";
import type { RegisteredFirm } from "~/features/enterprises/use-cases/read-register.server";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import { serveSandbox } from "~/server/serve-sandbox";
import { demoFirm } from "../../prisma/seed/demo-firm";
import { RandomSource } from "../../prisma/seed/random-source";

/** The sandbox's thread over a register of demo firms that are made on the spot. */
const { firms, facts: definitions, regions } = workerData as { firms: number } & Pick<Catalogue, "facts" | "regions">;

async function* demoRegister(now: Date): AsyncGenerator<RegisteredFirm> {
  const random = new RandomSource(340500);
  const today = shanghaiDay(now);
  for (let index = 0; index < firms; index += 1) {
    const { legalForm, regionCode, industryCode, park, registeredOn, size, facts } = demoFirm(index, random, [
      reportingYear(today),
    ]);
    const records = facts.map(({ fact, year, value }): FactRecord => ({
      fact,
      year: year === 0 ? null : year,
      value,
      source: "declared",
      saidBy: null,
      saidAt: now,
      authority: null,
    }));
    const base = {
      legalForm,
      region: regionCode,
      industry: industryCode,
      registeredOn,
      ...(park === null ? {} : { park }),
      ...(size === null ? {} : { size }),
    };
    yield { id: String(index), creditCode: "", name: "", facts: profileFacts(records, base, today, definitions) };
  }
}

if (parentPort)
  serveSandbox({
    port: parentPort,
    source: { stamp: () => Promise.resolve("demo"), firms: demoRegister },
    regions,
    close: () => Promise.resolve(),
  });
