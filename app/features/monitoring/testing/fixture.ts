import { randomUUID } from "node:crypto";
import { entriesOf, type Movement } from "~/features/funds/domain/ledger";
import type { TestProcess } from "~/platform/testing/test-database";

type Prisma = TestProcess["prisma"];
type Application = Parameters<Prisma["application"]["create"]>[0]["data"];

/** A firm of a place, industry and size. */
export async function addFirm(
  prisma: Prisma,
  creditCode: string,
  regionCode: string,
  industryCode: string,
  size: string | null,
): Promise<string> {
  const firm = await prisma.enterprise.create({
    data: {
      creditCode,
      name: `示例${creditCode.slice(-2)}号有限公司`,
      legalForm: "company",
      regionCode,
      industryCode,
      size,
      createdAt: new Date("2026-01-05T00:00:00Z"),
    },
  });
  return firm.id;
}

/** An application of a firm for an item, in its published version. */
export async function addCase(
  { prisma, catalogue }: Pick<TestProcess, "prisma" | "catalogue">,
  enterpriseId: string,
  itemId: string,
  given: Partial<Application>,
): Promise<string> {
  const itemVersionId = catalogue.byId.get(itemId)?.versionId ?? "";
  const data = {
    enterpriseId,
    itemId,
    itemVersionId,
    year: 2026,
    state: "departmentReview",
    machineId: "reviewed",
    machineVersion: 1,
    machineHash: "x",
    createdById: randomUUID(),
    createdAt: new Date("2026-02-01T00:00:00Z"),
    ...given,
  };
  return (await prisma.application.create({ data: data as Application })).id;
}

/** A budget of a year. */
export async function addBudget(prisma: Prisma, documentId: string, yuan: bigint): Promise<string> {
  const { id } = await prisma.envelope.create({
    data: {
      year: 2026,
      level: "city",
      regionCode: "340500",
      documentId,
      name: "技改专项",
      createdAt: new Date("2026-01-01T00:00:00Z"),
    },
  });
  await move(prisma, {
    envelopeId: id,
    applicationId: null,
    movement: "grant",
    fen: yuan * 100n,
    at: new Date("2026-01-02T00:00:00Z"),
  });
  return id;
}

/** One movement of the ledger. */
export async function move(
  prisma: Prisma,
  given: { envelopeId: string; applicationId: string | null; movement: Movement; fen: bigint; at: Date },
): Promise<void> {
  const { envelopeId, applicationId, movement, fen, at } = given;
  const entries = entriesOf(movement, fen).map((entry) => ({ ...entry, envelopeId }));
  await prisma.ledgerTransaction.create({
    data: { kind: movement, applicationId, at, idempotencyKey: randomUUID(), entries: { create: entries } },
  });
}
