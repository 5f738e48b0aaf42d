import type { Prisma, PrismaClient } from "~/generated/prisma/client";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { demoSpan } from "./demo-span";
import { demoFirm, type DemoFirm } from "./demo-firm";
import { RandomSource, seedIds } from "./random-source";

export type SeededFirm = DemoFirm & { id: string };

const chunk = 2000;

/** Writes firms with their facts in bulk. @throws Error for a fact or a value the registry does not know */
export async function seedFirms(
  prisma: PrismaClient,
  catalogue: PublishedCatalogue,
  options: { firms: number; seed: number; now: Date },
): Promise<SeededFirm[]> {
  const createdAt = registeredAt(options.now);
  const firms = planFirms(options);
  firms.slice(0, 200).forEach((firm) => check(firm, catalogue));
  for (let start = 0; start < firms.length; start += chunk) {
    const part = firms.slice(start, start + chunk);
    await prisma.enterprise.createMany({ data: part.map(({ facts: _, ...firm }) => ({ ...firm, createdAt })) });
    await prisma.enterpriseFact.createMany({
      data: part.flatMap((firm) => firm.facts.map((fact) => factRow(firm.id, fact, createdAt))),
    });
  }
  return firms;
}

/** The firms of a demo; the same options give the same ones. */
export function planFirms({ firms, seed, now }: { firms: number; seed: number; now: Date }): SeededFirm[] {
  const random = new RandomSource(seed);
  const ids = seedIds(seed);
  const [first, ...later] = demoSpan(now).years;
  const years = [first - 1, ...later.map((year) => year - 1)] as const;
  return Array.from({ length: firms }, (_, index) => ({
    ...demoFirm(index, random, years),
    id: ids("firm", registeredAt(now)),
  }));
}

function registeredAt(now: Date): Date {
  return new Date(`${demoSpan(now).begins}T01:00:00Z`);
}

function factRow(
  enterpriseId: string,
  { fact, year, value }: DemoFirm["facts"][number],
  saidAt: Date,
): Prisma.EnterpriseFactCreateManyInput {
  return { enterpriseId, fact, year, value: value as Prisma.InputJsonValue, source: "declared", saidAt };
}

function check(firm: DemoFirm, { registry }: PublishedCatalogue): void {
  for (const { fact, value } of firm.facts) {
    const definition = registry.facts.get(fact);
    const fits = definition && (!definition.values || definition.values.some((member) => member.value === value));
    if (!fits) throw new Error(`demo firm has ${fact} = ${String(value)}, which the registry does not know`);
  }
  if (!registry.industries.has(firm.industryCode)) throw new Error(`no industry ${firm.industryCode}`);
}
