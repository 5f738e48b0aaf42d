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
  const made: Made = { prisma, fileHash, now, ownerId: owner.id };
  return {
    policyDocument: "zone-mfg",
    statement: (await statementOf(prisma, fileHash, owner.id, now)).id,
    ...(await foreignCase(made, owner.memberships[0]?.enterpriseId ?? "")),
    ...(await foreignMoney(made)),
    ...(await foreignLine(made)),
    list: await foreignList(made),
    delivery: await foreignDelivery(made),
  };
}

type Made = { prisma: PrismaClient; fileHash: string; now: Date; ownerId: string };

/** What the city's science bureau handed over and nobody has signed. */
async function foreignDelivery({ prisma, fileHash, now, ownerId }: Made): Promise<string> {
  const { id } = await prisma.delivery.create({
    data: {
      ...{ id: randomUUID(), departmentId: "city-science", regionCode: "340500", placeCode: "340500" },
      ...{ kind: "facts", title: "示例数据", asOf: "2026-11-20", rows: 1, columns: {}, state: "waiting" },
      ...{ fileName: "数据.csv", fileHash, fileType: "text/csv", idempotencyKey: "foreign-delivery" },
      ...{ createdById: ownerId, createdAt: now },
    },
    select: { id: true },
  });
  return id;
}

/** A case of a firm with a neighbour of its own, its draft, material, document and returned payment. */
async function foreignCase({ prisma, fileHash, now }: Made, ownFirm: string) {
  const enterpriseId = { not: ownFirm };
  const material = await prisma.material.findFirstOrThrow({
    where: { application: { enterpriseId, tasks: { some: { departmentId: "city-industry", regionCode: "340500" } } } },
  });
  const found = await prisma.application.findUniqueOrThrow({ where: { id: material.applicationId } });
  const { id: _, number: __, submittedAt: ___, ...draft } = found;
  const membership = { enterpriseId: found.enterpriseId, role: "owner", createdAt: now };
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
  const document = await documentOf(prisma, found, fileHash, now);
  const [envelope, account] = [
    await prisma.envelope.findFirstOrThrow(),
    await prisma.bankAccount.findFirstOrThrow({ where: { enterpriseId: found.enterpriseId } }),
  ];
  await prisma.payment.create({
    data: {
      applicationId: found.id,
      envelopeId: envelope.id,
      bankAccountId: account.id,
      amountFen: 1n,
      status: "returned",
      regionCode: "340500",
      createdAt: now,
    },
  });
  return { case: found.id, draft: made.id, material: material.id, document: document.id };
}

/** A budget order, an envelope, a batch before and after its release, and a payment noted by hand. */
async function foreignMoney({ prisma, fileHash, now, ownerId }: Made) {
  const paper = { fileHash, fileName: "a.pdf", fileType: "application/pdf" };
  const batch = (status: string) =>
    prisma.paymentBatch.create({
      data: {
        number: `PC-${status}`,
        status,
        regionCode: "340500",
        createdById: ownerId,
        createdAt: now,
        exportedAt: status === "exported" ? now : null,
        totalFen: 0n,
        paymentCount: 0,
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
      paperName: paper.fileName,
      paperType: paper.fileType,
      createdById: ownerId,
      createdAt: now,
      idempotencyKey: "-",
    },
  });
  const envelope = await prisma.envelope.findFirstOrThrow({ where: { kind: "budget", regionCode: "340500" } });
  const released = await batch("exported");
  const noted = await prisma.manualSettlement.create({
    data: {
      ...paper,
      paymentId: randomUUID(),
      batchId: released.id,
      voucher: "-",
      bankedOn: "2026-11-24",
      notedById: ownerId,
      at: now,
    },
  });
  return {
    order: order.id,
    envelope: envelope.id,
    batch: (await batch("draft")).id,
    exported: released.id,
    noted: noted.paymentId,
  };
}

/** A bank's file and its line that was set aside. */
async function foreignLine({ prisma, now, ownerId }: Made) {
  const file = await prisma.bankFile.create({
    data: {
      kind: "camt.054",
      messageId: "N-1",
      sha256: "0",
      fileName: "n.xml",
      regionCode: "340500",
      receivedById: ownerId,
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
  return { file: file.id, line: line.id };
}

/** An apply-free list. */
async function foreignList({ prisma, now, ownerId }: Made): Promise<string> {
  const list = await prisma.benefitList.create({
    data: {
      itemId: "zone-iii-002",
      year: 2026,
      departmentId: "city-industry",
      regionCode: "340500",
      source: "matches",
      lines: 0,
      createdById: ownerId,
      createdAt: now,
    },
  });
  return list.id;
}
