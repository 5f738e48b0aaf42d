import { randomUUID } from "node:crypto";
import type { PrismaClient } from "~/generated/prisma/client";

/** Officials with every right of their work, of an office and a region that have no part in any case. */
export async function addOutsiders(prisma: PrismaClient, now: Date): Promise<void> {
  const base = { displayName: "-", passwordHash: "-", createdAt: now };
  await prisma.user.create({
    data: {
      ...base,
      loginName: "otherOffice",
      roles: ["reviewer", "approver"],
      departmentId: "city-agriculture",
      regionCode: "340500",
    },
  });
  await prisma.user.create({
    data: {
      ...base,
      loginName: "otherTreasury",
      roles: ["finance"],
      departmentId: "city-finance",
      regionCode: "320100",
    },
  });
  await prisma.user.create({
    data: {
      ...base,
      loginName: "otherAuthor",
      roles: ["policyAuthor"],
      departmentId: "city-agriculture",
      regionCode: "340500",
    },
  });
}

/** The notice of acceptance of a case, on a file. */
export function documentOf(
  prisma: PrismaClient,
  { id: applicationId, enterpriseId }: { id: string; enterpriseId: string },
  fileHash: string,
  createdAt: Date,
) {
  return prisma.issuedDocument.create({
    data: {
      orderKey: "-",
      code: "-",
      kind: "acceptance",
      number: null,
      title: "受理通知书",
      office: "-",
      enterpriseId,
      applicationId,
      year: 2026,
      facts: {},
      fileHash,
      sizeBytes: 8,
      pages: 1,
      missingGlyphs: "",
      certificate: "-",
      issuedOn: "2026-11-24",
      createdAt,
    },
  });
}

/** What an official said of a document of the industry bureau, on a file. */
export function statementOf(prisma: PrismaClient, fileHash: string, createdById: string, createdAt: Date) {
  return prisma.validityStatement.create({
    data: {
      id: randomUUID(),
      documentId: "zone-mfg",
      departmentId: "city-industry",
      regionCode: "340500",
      kind: "confirmed",
      day: "2026-11-24",
      words: "-",
      fileHash,
      fileName: "a.pdf",
      fileType: "application/pdf",
      documentVersion: 1,
      createdById,
      createdAt,
      idempotencyKey: "-",
    },
  });
}

/** Things that none of the people who try may reach. */
export async function foreignThings(
  prisma: PrismaClient,
  fileHash: string,
  now: Date,
): Promise<Record<string, string>> {
  const owner = await prisma.user.findUniqueOrThrow({
    where: { loginName: "owner" },
    select: { id: true, memberships: true },
  });
  const enterpriseId = { not: owner.memberships[0]?.enterpriseId ?? "" };
  const material = await prisma.material.findFirstOrThrow({
    where: { application: { enterpriseId, tasks: { some: { departmentId: "city-industry", regionCode: "340500" } } } },
  });
  const foreignCase = await prisma.application.findUniqueOrThrow({ where: { id: material.applicationId } });
  const { id: _, number: __, submittedAt: ___, ...draft } = foreignCase;
  const membership = { enterpriseId: foreignCase.enterpriseId, role: "owner", createdAt: now };
  await prisma.user.create({
    data: {
      loginName: "neighbour",
      displayName: "-",
      passwordHash: "-",
      createdAt: now,
      memberships: { create: membership },
    },
  });
  const made = await prisma.application.create({ data: { ...draft, state: "draft", year: 2031 } as never });
  const document = await documentOf(prisma, foreignCase, fileHash, now);
  const batch = (status: string) =>
    prisma.paymentBatch.create({
      data: {
        number: `PC-${status}`,
        status,
        regionCode: "340500",
        createdById: owner.id,
        createdAt: now,
        totalFen: 0n,
        paymentCount: 0,
      },
    });
  const file = await prisma.bankFile.create({
    data: {
      kind: "camt.054",
      messageId: "N-1",
      sha256: "0",
      fileName: "n.xml",
      regionCode: "340500",
      receivedById: owner.id,
      receivedAt: now,
    },
  });
  const line = await prisma.bankLine.create({
    data: {
      fileId: file.id,
      position: 1,
      reference: "-",
      status: "setAside",
      outcome: "setAside",
      problem: "unreadable",
    },
  });
  const [envelope, account] = [
    await prisma.envelope.findFirstOrThrow(),
    await prisma.bankAccount.findFirstOrThrow({ where: { enterpriseId: foreignCase.enterpriseId } }),
  ];
  await prisma.payment.create({
    data: {
      applicationId: foreignCase.id,
      envelopeId: envelope.id,
      bankAccountId: account.id,
      amountFen: 1n,
      status: "returned",
      regionCode: "340500",
      createdAt: now,
    },
  });
  const order = await prisma.budgetOrder.create({
    data: {
      id: randomUUID(),
      kind: "poolFund",
      regionCode: "340500",
      name: "-",
      year: 0,
      fen: 1n,
      paperNumber: "-",
      paperHash: fileHash,
      paperName: "a.pdf",
      paperType: "application/pdf",
      createdById: owner.id,
      createdAt: now,
      idempotencyKey: "-",
    },
  });
  const ownEnvelope = await prisma.envelope.findFirstOrThrow({ where: { kind: "budget", regionCode: "340500" } });
  const list = await prisma.benefitList.create({
    data: {
      itemId: "zone-iii-002",
      year: 2026,
      departmentId: "city-industry",
      regionCode: "340500",
      source: "matches",
      lines: 0,
      createdById: owner.id,
      createdAt: now,
    },
  });
  const released = await batch("exported");
  const noted = await prisma.manualSettlement.create({
    data: {
      paymentId: randomUUID(),
      batchId: released.id,
      voucher: "-",
      bankedOn: "2026-11-24",
      fileHash: fileHash,
      fileName: "a.pdf",
      fileType: "application/pdf",
      notedById: owner.id,
      at: now,
    },
  });
  return {
    policyDocument: "zone-mfg",
    statement: (await statementOf(prisma, fileHash, owner.id, now)).id,
    noted: noted.paymentId,
    list: list.id,
    file: file.id,
    line: line.id,
    order: order.id,
    envelope: ownEnvelope.id,
    case: foreignCase.id,
    draft: made.id,
    material: material.id,
    document: document.id,
    batch: (await batch("draft")).id,
    exported: released.id,
  };
}
