import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedCases } from "#prisma/seed/seed-cases";
import { seedFirms } from "#prisma/seed/seed-firms";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { createStorage } from "~/platform/storage.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { DocumentOrder } from "~/features/redemption/domain/document-order";
import { documentsOf, type CaseKind } from "~/features/redemption/domain/case-documents";
import { isDocumentNumber } from "../domain/gbt9704";
import { checkSignature } from "../testing/check-signature";
import { demoPress } from "../testing/demo-press";
import { issueCaseDocument } from "./issue-case-document.server";
import type { Issuing } from "./issue-document.server";
import { listCaseDocuments } from "./list-documents.server";
import { makeStatement } from "./make-statement.server";
import { casesWithNotice, readPublicNotice } from "./public-notice.server";
import { readDocumentFile } from "./read-document-file.server";
import { compareFile, verifyDocument } from "./verify-document.server";

const system = { kind: "system", name: "worker" } as const;
const now = new Date("2026-11-24T02:00:00Z");
let process: TestProcess;
let issuing: Issuing;
let folder: string;

beforeAll(async () => {
  process = await testProcess(now);
  folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-documents-"));
  issuing = { storage: createStorage(folder), press: demoPress(), publicUrl: "https://hqt.example", isDemo: true };
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 60, seed: 1, now });
  await seedAccounts(process.prisma, firms, { seed: 1, now });
  await seedCases(process.prisma, process.catalogue, firms, {
    applications: 120,
    seed: 1,
    key: Buffer.alloc(32, 7),
    now,
  });
});
afterAll(async () => {
  await process.close();
  rmSync(folder, { recursive: true, force: true });
});

const issue = (order: DocumentOrder) =>
  perform(process, system, (deps) => issueCaseDocument({ ...deps, ...issuing }, order));

/** The orders that the moves of a stored case would have given. */
async function ordersOf(applicationId: string): Promise<DocumentOrder[]> {
  const moves = await process.prisma.transition.findMany({ where: { applicationId }, orderBy: { seq: "asc" } });
  return moves.flatMap(({ event, fromState, toState, at, seq }) =>
    documentsOf({ event, from: fromState, to: toState }).map((kind) => ({
      applicationId,
      kind,
      orderKey: `${applicationId}:${kind}:${seq}`,
      at: at.toISOString(),
    })),
  );
}

/** Issues everything a case of the reviewed workflow has come to need: it alone knows all kinds. */
const kindsOf = async (
  state: string,
  more: object = {},
): Promise<{ id: string; enterpriseId: string; kinds: CaseKind[] }> => {
  const { id, enterpriseId } = await process.prisma.application.findFirstOrThrow({
    where: { state, machineId: "reviewed", ...more },
  });
  const orders = await ordersOf(id);
  for (const order of orders) await issue(order);
  return { id, enterpriseId, kinds: orders.map(({ kind }) => kind) };
};

function person(
  enterpriseId: string | null,
  office: { departmentId: string; regionCode: string } | null = null,
): UserActor {
  return {
    kind: "user",
    userId: "01900000-0000-7000-8000-0000000000aa",
    loginName: "-",
    displayName: "-",
    locale: "zh",
    roles: office ? ["reviewer"] : [],
    departmentId: office?.departmentId ?? null,
    regionCode: office?.regionCode ?? null,
    sessionId: "s",
    memberships: [],
    enterpriseId,
    permissions: permissionsOf(office ? ["reviewer"] : [], enterpriseId ? "viewer" : null),
    address: null,
  };
}

describe("documents of a case", () => {
  it("are ordered in the transaction of the move, once each", async () => {
    const row = await process.prisma.application.findFirstOrThrow({ where: { state: "publicity" } });
    await process.prisma.outbox.deleteMany({});
    const end = () =>
      perform(process, system, (deps) =>
        advanceCase(deps, { where: { id: row.id }, event: { type: "PUBLICITY_ENDED" }, idempotencyKey: "end" }),
      );
    await end();
    await end();
    expect(await process.prisma.outbox.count({ where: { topic: "document" } })).toBe(0);
    const early = await process.prisma.application.findFirstOrThrow({ where: { state: "countyReview" } });
    await perform(process, system, (deps) =>
      advanceCase(deps, {
        where: { id: early.id },
        event: { type: "REQUEST_CORRECTION", actorId: "x" },
        payload: { points: [{ about: "", text: "请补签章" }] },
        idempotencyKey: "correct",
      }),
    );
    const [ordered] = await process.prisma.outbox.findMany({ where: { topic: "document" } });
    expect(ordered?.payload).toMatchObject({ applicationId: early.id, kind: "correction" });
    await issue(ordered?.payload as DocumentOrder);
    const made = await process.prisma.issuedDocument.findFirstOrThrow({
      where: { applicationId: early.id, kind: "correction" },
    });
    // The county's office asked for it, so the county's office signs.
    expect(made.office).toMatch(/^(花山区|雨山区|博望区|当涂县|含山县|和县)/);
  });

  it("of a paid case are all there, numbered, stored by their hash and signed", async () => {
    const { id, kinds } = await kindsOf("closed");
    expect(kinds).toEqual(["application", "acceptance", "approval", "publicity", "payment"]);
    const made = await process.prisma.issuedDocument.findMany({ where: { applicationId: id } });
    expect(made).toHaveLength(5);
    for (const document of made) {
      const bytes = await issuing.storage.read(document.fileHash);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(document.fileHash);
      expect(checkSignature(bytes)).toMatchObject({ intact: true, coversAll: true });
      if (document.kind === "application") expect(document.number).toBeNull();
      else expect(isDocumentNumber(document.number ?? "")).toBe(true);
    }
  });

  it("of a refused case hold a decision, and one of a case to be corrected holds the list", async () => {
    expect((await kindsOf("rejected")).kinds).toEqual(["application", "acceptance", "rejection"]);
    expect((await kindsOf("correcting")).kinds).toContain("correction");
  });

  it("of apply-free cases are issued all the same, though nobody has applied", async () => {
    const rows = await process.prisma.application.findMany({
      where: { machineId: "applyFree", number: { not: null } },
    });
    const seen = new Set<string>();
    for (const { id, state } of rows) {
      const orders = await ordersOf(id);
      for (const order of orders) await issue(order);
      const made = await process.prisma.issuedDocument.findMany({
        where: { applicationId: id },
        orderBy: { createdAt: "asc" },
      });
      expect(made.map(({ kind }) => kind).sort()).toEqual(orders.map(({ kind }) => kind).sort());
      expect(made.every(({ missingGlyphs }) => missingGlyphs === "")).toBe(true);
      if (state === "closed") expect(orders.map(({ kind }) => kind)).toEqual(["approval", "publicity", "payment"]);
      seen.add(state);
    }
    expect(seen).toContain("closed");
  });

  it("of a publicity are everybody's once they are issued", async () => {
    const { id } = await process.prisma.application.findFirstOrThrow({
      where: {
        machineId: "reviewed",
        publicities: { some: { endedAt: null } },
        issued: { none: { kind: "publicity" } },
      },
    });
    const read = () => readPublicNotice({ tx: process.prisma, storage: issuing.storage }, id);
    expect(await casesWithNotice(process.prisma, [id])).toEqual(new Set());
    await expect(read()).rejects.toMatchObject({ status: 404 });
    for (const order of await ordersOf(id)) await issue(order);
    expect(await casesWithNotice(process.prisma, [id])).toEqual(new Set([id]));
    const { bytes, fileName } = await read();
    expect(checkSignature(bytes)).toMatchObject({ intact: true, coversAll: true });
    expect(fileName).toMatch(/^关于“.+”拟支持企业的公示 .+号\.pdf$/);
  });

  it("are issued once, however often and however fast they are ordered", async () => {
    const { id } = await process.prisma.application.findFirstOrThrow({ where: { state: "departmentReview" } });
    const [order] = await ordersOf(id);
    if (!order) throw new Error("no order");
    await Promise.all([issue(order), issue(order), issue(order)]);
    await issue(order);
    expect(await process.prisma.issuedDocument.count({ where: { applicationId: id } })).toBe(1);
  });

  it("are numbered without gap or repeat within a mark and year", async () => {
    const numbers = (await process.prisma.issuedDocument.findMany({ where: { number: { not: null } } })).map(
      ({ number }) => number ?? "",
    );
    const serialOf = (number: string) => Number(/(\d+)号$/.exec(number)?.[1]);
    for (const mark of new Set(numbers.map((number) => number.replace(/\d+号$/, "")))) {
      const serials = numbers
        .filter((number) => number.startsWith(mark))
        .map(serialOf)
        .sort((a, b) => a - b);
      expect(serials, mark).toEqual(serials.map((_, index) => index + 1));
    }
  });

  it("are not changed afterwards", async () => {
    await expect(process.prisma.issuedDocument.updateMany({ data: { title: "-" } })).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("who gets a document", () => {
  it("is the firm, an office that has or had the case, and nobody else; each time is written down", async () => {
    const made = await process.prisma.issuedDocument.findFirstOrThrow({
      where: { kind: "acceptance" },
      include: { application: { include: { tasks: true } } },
    });
    const [task] = made.application?.tasks ?? [];
    const read = (actor: UserActor) =>
      perform(process, actor, (deps) => readDocumentFile({ ...deps, actor, storage: issuing.storage }, made.id));
    const file = await read(person(made.enterpriseId));
    expect(file.fileName).toBe(`${made.title} ${made.number}.pdf`);
    await read(person(null, { departmentId: task?.departmentId ?? "", regionCode: task?.regionCode ?? "" }));
    for (const stranger of [
      person("01900000-0000-7000-8000-0000000000bb"),
      person(null),
      person(null, { departmentId: "city-agriculture", regionCode: "340500" }),
    ]) {
      await expect(read(stranger)).rejects.toMatchObject({ code: "request.not-found", status: 404 });
      expect(await listCaseDocuments(process.prisma, made.applicationId ?? "", stranger)).toEqual([]);
    }
    expect(
      await process.prisma.auditEvent.count({ where: { action: "document.downloaded", subjectId: made.id } }),
    ).toBe(2);
  });
});

describe("the public page", () => {
  it("shows what was issued and tells the file from a changed one", async () => {
    const made = await process.prisma.issuedDocument.findFirstOrThrow({ where: { kind: "payment" } });
    const shown = await verifyDocument(process.prisma, made.code.toLowerCase().replaceAll("-", " "));
    expect(shown).toMatchObject({ number: made.number, fileHash: made.fileHash });
    expect(shown.fen).toBeGreaterThan(0n);
    expect(shown).not.toHaveProperty("enterpriseId");
    const bytes = await issuing.storage.read(made.fileHash);
    expect(await compareFile(process.prisma, made.code, bytes)).toEqual({ same: true, hash: made.fileHash });
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(9000) ^ 1, 9000);
    expect((await compareFile(process.prisma, made.code, changed)).same).toBe(false);
  });

  it("says of a decision that was revoked since when, and the firm's list says it too", async () => {
    const { id, enterpriseId } = await kindsOf("rejected");
    const { code } = await process.prisma.issuedDocument.findFirstOrThrow({
      where: { applicationId: id, kind: "rejection" },
    });
    expect((await verifyDocument(process.prisma, code)).revokedOn).toBeNull();
    const last = await process.prisma.transition.findFirstOrThrow({
      where: { applicationId: id },
      orderBy: { seq: "desc" },
    });
    await process.prisma.transition.create({
      data: {
        ...{ applicationId: id, seq: last.seq + 1, event: "DECISION_OVERTURNED", actorRole: "approver" },
        ...{ fromState: "reconsidering", toState: "departmentReview", payload: {} },
        ...{ at: new Date("2026-11-25T17:00:00Z"), idempotencyKey: "overturned", bodyHash: "-" },
      },
    });
    expect((await verifyDocument(process.prisma, code)).revokedOn, "a day of Shanghai").toBe("2026-11-26");
    const listed = await listCaseDocuments(process.prisma, id, person(enterpriseId));
    expect(listed.filter(({ revoked }) => revoked).map(({ kind }) => kind)).toEqual(["rejection"]);
  });

  it("knows no other code", async () => {
    await expect(verifyDocument(process.prisma, "2222-2222-2222-2222")).rejects.toMatchObject({
      code: "documents.unknown-code",
      status: 404,
    });
    await expect(verifyDocument(process.prisma, "' OR 1=1")).rejects.toMatchObject({ code: "documents.unknown-code" });
  });
});

describe("a yearly statement", () => {
  const make = (enterpriseId: string, year: number) =>
    perform(process, system, (deps) => makeStatement({ ...deps, ...issuing }, enterpriseId, year));

  it("states what was paid in the year, and stays the same while nothing changes", async () => {
    const paidAt = { gte: new Date("2025-12-31T16:00:00Z"), lt: new Date("2026-12-31T16:00:00Z") };
    const { enterpriseId } = await process.prisma.application.findFirstOrThrow({ where: { state: "closed", paidAt } });
    const first = await make(enterpriseId, 2026);
    process.clock.set(new Date(now.getTime() + 3_600_000));
    expect(await make(enterpriseId, 2026)).toEqual(first);
    const paid = await process.prisma.payment.aggregate({
      where: { status: "paid", paidAt, application: { enterpriseId } },
      _sum: { amountFen: true },
    });
    const { facts } = await process.prisma.issuedDocument.findUniqueOrThrow({ where: { id: first.id } });
    expect(facts).toMatchObject({ fen: paid._sum.amountFen?.toString() });
    const other = await make(enterpriseId, 2025);
    expect(other).not.toEqual(first);
  });

  it("is refused for a year that has not begun", async () => {
    const { enterpriseId } = await process.prisma.application.findFirstOrThrow();
    await expect(make(enterpriseId, 2027)).rejects.toMatchObject({ code: "documents.year-wrong" });
    await expect(make(enterpriseId, Number.NaN)).rejects.toMatchObject({ code: "documents.year-wrong" });
  });
});
