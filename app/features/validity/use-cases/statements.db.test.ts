import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { rematchItems } from "~/features/matching/use-cases/rematch-items.server";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { stateOn } from "~/features/policies/domain/validity";
import { followPublications } from "~/features/policies/use-cases/follow-publications.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Decision } from "~/kernel/second-person";
import { createStorage } from "~/platform/storage.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { countStakes } from "~/features/matching/use-cases/count-stakes.server";
import { decideStatement } from "./decide-statement.server";
import { keepDocumentTasks } from "./keep-document-tasks.server";
import { proposeFromForm, type Proposal } from "./propose-statement.server";
import { readDocument } from "./read-document.server";
import { readWorklist } from "./read-worklist.server";

const worker = { kind: "system", name: "worker" } as const;
const folder = mkdtempSync(path.join(tmpdir(), "hqt-validity-"));
const storage = createStorage(folder);
const today = "2026-11-24";
let process: TestProcess;
let author: UserActor;
let signer: UserActor;
let stranger: UserActor;
let firmId: string;
let serial = 0;

beforeAll(async () => {
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
  author = await person("author", "city-industry");
  signer = await person("signer", "city-industry");
  stranger = await person("stranger", "city-science");
  firmId = await firm();
});
afterAll(async () => {
  await process.close();
  rmSync(folder, { recursive: true, force: true });
});

async function person(loginName: string, departmentId: string): Promise<UserActor> {
  const { id } = await process.prisma.user.create({
    data: {
      loginName,
      displayName: loginName,
      passwordHash: "x",
      roles: ["policyAuthor"],
      departmentId,
      regionCode: "340500",
      createdAt: process.clock.now(),
    },
  });
  return {
    kind: "user",
    userId: id,
    loginName,
    displayName: loginName,
    locale: "zh",
    roles: ["policyAuthor"],
    departmentId,
    regionCode: "340500",
    sessionId: "s",
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["policyAuthor"], null),
    address: null,
  };
}

/** A firm of Ma'anshan with a revenue of 60 million yuan and research of 3 million, and somebody who reads its notices. */
async function firm(): Promise<string> {
  const createdAt = process.clock.now();
  const { id } = await process.prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode("340503", 1),
      name: "示例测试有限公司",
      legalForm: "company",
      regionCode: "340503",
      industryCode: "C3421",
      registeredOn: "2015-03-01",
      createdAt,
    },
  });
  await process.prisma.enterpriseFact.createMany({
    data: Object.entries({ annualRevenue: 60_000_000, rdExpense: 3_000_000 }).map(([fact, value]) => ({
      enterpriseId: id,
      fact,
      year: 2025,
      value,
      source: "declared",
      saidAt: createdAt,
    })),
  });
  return id;
}

const follow = async () => void (process.catalogue = await followPublications(process.prisma, process.catalogue));
const versionOf = async (documentId: string) =>
  (await process.prisma.policyDocument.findUniqueOrThrow({ where: { id: documentId } })).version;

async function propose(documentId: string, said: Partial<Proposal> = {}, by = author) {
  serial += 1;
  return proposeFromForm({ ...process, storage }, by, {
    documentId,
    version: await versionOf(documentId),
    kind: "confirmed",
    number: "演示函〔2026〕1号",
    day: "2026-11-23",
    from: "2021-03-01",
    until: null,
    since: null,
    by: "",
    words: "本办法长期有效。",
    address: "https://zone.example/letter",
    file: null,
    idempotencyKey: `key-${serial}`,
    ...said,
  });
}

const waitingOf = async (documentId: string) =>
  (await process.prisma.validityStatement.findFirstOrThrow({ where: { documentId, status: "proposed" } })).id;

async function decide(documentId: string, decision: Decision, by = signer, reason?: string) {
  const id = await waitingOf(documentId);
  await perform(process, by, (deps) => decideStatement({ ...deps, actor: by }, { id, documentId, decision, reason }));
  await follow();
}

async function state(documentId: string, said: Partial<Proposal> = {}) {
  expect(await propose(documentId, said)).toBeNull();
  await decide(documentId, "released");
}

const stateOfItem = (id: string) => {
  const item = process.catalogue.byId.get(id)?.item;
  return item && stateOn(item, shanghaiDay(process.clock.now()));
};
const reading = (actor: UserActor) => ({
  tx: process.prisma,
  clock: process.clock,
  catalogue: process.catalogue,
  actor,
});
const ordered = (topic: string) =>
  process.prisma.outbox.findMany({ where: { topic }, orderBy: { id: "desc" }, select: { payload: true } });

it("what hangs on an unconfirmed document is counted for the office alone, and puts it in order", async () => {
  await countStakes(process, worker);
  const { rows } = await readWorklist(reading(author), { work: "unconfirmed" }, 1);
  const row = rows.find(({ id }) => id === "zone-pending");
  // 100,000 yuan of the reward, 1 % of the 3 million of research: 30,000 yuan; the firm fulfils both items
  expect(row).toMatchObject({ state: "unconfirmed", stake: { firms: 1, maybe: 0, fen: 13_000_000n }, waiting: null });
  expect(rows.map(({ stake }) => stake.fen)).toEqual(
    rows.map(({ stake }) => stake.fen).sort((one, other) => Number(other - one)),
  );
  expect(rows[0]?.id).toBe("zone-pending");
});

it("one says it, the same person can't sign, a second one signs: its items are in force, matched and pushed at once", async () => {
  expect(stateOfItem("zone-pending-001")).toBe("unconfirmed");
  expect(await propose("zone-pending", { until: "2027-12-31", words: "有效期至2027年12月31日。" })).toBeNull();
  expect(stateOfItem("zone-pending-001")).toBe("unconfirmed");
  await expect(decide("zone-pending", "released", author)).rejects.toMatchObject({ code: "validity.two-persons" });
  await perform(process, worker, keepDocumentTasks);
  const waiting = () =>
    process.prisma.task.count({ where: { subjectType: "document", subjectId: "zone-pending", closedAt: null } });
  expect(await waiting(), "in the office's list of work").toBe(1);
  await decide("zone-pending", "released");
  expect(await waiting(), "it is stated").toBe(0);
  expect(stateOfItem("zone-pending-001")).toBe("inForce");
  expect(process.catalogue.byId.get("zone-pending-001")?.item.document).toMatchObject({
    number: "演示发〔2021〕31号",
    validFrom: "2021-03-01",
    validTo: "2027-12-31",
    validity: {
      known: "confirmed",
      basis: "有效期至2027年12月31日。",
      confirmed: { by: "马鞍山市经济和信息化局", on: "2026-11-23", source: "https://zone.example/letter" },
      checkedOn: "2026-11-23",
      sources: ["演示函〔2026〕1号", "https://zone.example/letter"],
    },
  });
  const [order] = await ordered("rematch-items");
  const { itemIds } = order?.payload as { itemIds: string[] };
  expect([...itemIds].sort()).toEqual(["zone-pending-001", "zone-pending-002"]);
  await rematchItems(process, worker, itemIds, { kind: "publication", ref: null });
  const matches = await process.prisma.match.findMany({
    where: { enterpriseId: firmId, itemId: { in: itemIds } },
    orderBy: { itemId: "asc" },
  });
  expect(matches.map(({ verdict, amountFen }) => ({ verdict, fen: amountFen }))).toEqual([
    { verdict: "eligible", fen: 10_000_000n },
    { verdict: "eligible", fen: 3_000_000n },
  ]);
  const told = (await ordered("notice")).map(({ payload }) => payload as { kind: string; to: unknown });
  expect(told.filter(({ to }) => (to as { enterpriseId?: string }).enterpriseId === firmId)).not.toEqual([]);
  expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["validityStated", "validitySigned"]));
});

it("each step stands in the log", async () => {
  const rows = await process.prisma.auditEvent.findMany({
    where: { subjectId: "zone-pending" },
    orderBy: { id: "asc" },
  });
  expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["policy-document.statement-proposed", author.userId],
    ["policy-document.statement-released", signer.userId],
  ]);
  const published = await process.prisma.auditEvent.findFirstOrThrow({
    where: { action: "policy-item.published", subjectId: "zone-pending-001" },
  });
  expect(published.after).toMatchObject({ version: 2, endsOn: null });
});

it("the files don't overrule it, whatever they say of the document; what they say of an item is followed", async () => {
  const files = process.catalogue.registry;
  const other = (validTo: string | null, summary: string): Catalogue => {
    const items = files.items.map((item): PolicyItem => {
      if (!item.id.startsWith("zone-pending")) return item;
      const { validity: _, ...document } = item.document;
      return { ...item, summary, document: { ...document, validTo } };
    });
    return { ...files, items, byId: new Map(items.map((item) => [item.id, item])) };
  };
  const reload = async (catalogue: Catalogue) =>
    (process = { ...process, catalogue: { ...(await loadCatalogue(process, catalogue)) } });
  await reload(other("2026-01-31", "营业收入达到5000万元的企业，奖励十万元。"));
  const published = process.catalogue.byId.get("zone-pending-001")?.item;
  expect(published).toMatchObject({
    summary: "营业收入达到5000万元的企业，奖励十万元。",
    document: { validTo: "2027-12-31", validity: { known: "confirmed" } },
  });
  expect(stateOfItem("zone-pending-001")).toBe("inForce");
  const { rows } = await readWorklist(reading(author), { work: "filesDiffer" }, 1);
  expect(rows.map(({ id }) => id)).toEqual(["zone-pending"]);
  await state("zone-pending", { until: "2028-12-31" });
  expect((await readWorklist(reading(author), { work: "filesDiffer" }, 1)).rows).toEqual([]);
  expect(process.catalogue.byId.get("zone-pending-001")?.item.document.validTo).toBe("2028-12-31");
});

it("another office doesn't find it, to say, to sign or to read", async () => {
  await expect(propose("zone-week", {}, stranger)).rejects.toMatchObject({ code: "request.not-found", status: 404 });
  await propose("zone-week");
  await expect(decide("zone-week", "released", stranger)).rejects.toMatchObject({ status: 404 });
  await expect(readDocument(reading(stranger), "zone-week", "zh")).rejects.toMatchObject({ status: 404 });
  const { rows } = await readWorklist(reading(stranger), {}, 1);
  expect(rows.filter(({ id }) => id === "zone-week")).toEqual([]);
  await decide("zone-week", "refused", signer, "  ").catch((error: unknown) =>
    expect(error).toMatchObject({ code: "redemption.reason-missing" }),
  );
  await decide("zone-week", "refused", signer, "文号不对");
  const [said] = (await readDocument(reading(author), "zone-week", "zh")).statements;
  expect(said).toMatchObject({ status: "refused", refusal: "文号不对", maker: "author", decider: "signer" });
  expect(stateOfItem("zone-week-001")).toBe("unconfirmed");
});

it("the same form twice says it once; a second statement waits for the first; an older page is refused", async () => {
  const key = { idempotencyKey: "twice" };
  expect(await propose("zone-half", key)).toBeNull();
  expect(await propose("zone-half", key)).toBeNull();
  expect(await process.prisma.validityStatement.count({ where: { documentId: "zone-half" } })).toBe(1);
  await expect(propose("zone-half")).rejects.toMatchObject({ code: "validity.waiting" });
  await decide("zone-half", "released");
  await expect(propose("zone-half", { version: 1 })).rejects.toMatchObject({ code: "validity.changed" });
  await expect(
    perform(process, signer, async (deps) =>
      decideStatement(
        { ...deps, actor: signer },
        {
          id: (await deps.tx.validityStatement.findFirstOrThrow({ where: { documentId: "zone-half" } })).id,
          documentId: "zone-half",
          decision: "released",
        },
      ),
    ),
  ).rejects.toMatchObject({ code: "validity.order-state" });
});

it("a statement on a document that changed meanwhile can't be signed", async () => {
  await propose("zone-sixty");
  await process.prisma.policyDocument.update({ where: { id: "zone-sixty" }, data: { version: { increment: 1 } } });
  await expect(decide("zone-sixty", "released")).rejects.toMatchObject({ code: "validity.changed" });
  await decide("zone-sixty", "withdrawn", author);
});

it("ends near, is extended, let end, replaced, ended and due again by what is said", async () => {
  await state("zone-sixty", { until: "2027-01-20" });
  const worksOf = async (id: string) => (await readDocument(reading(author), id, "zh")).duties.map(({ work }) => work);
  expect(await worksOf("zone-sixty")).toEqual(["ends60"]);
  expect(stateOfItem("zone-sixty-001")).toBe("endsSoon");
  await state("zone-sixty", { kind: "letEnd", number: "", address: "", words: "不再延续。" });
  expect(await worksOf("zone-sixty")).toEqual([]);
  await state("zone-sixty", { kind: "extended", by: "延续通知", until: "2027-01-22" });
  expect(await worksOf("zone-sixty")).toEqual(["ends60"]);
  expect(process.catalogue.byId.get("zone-sixty-001")?.item.document).toMatchObject({
    validTo: "2027-01-22",
    validity: { change: { kind: "extended", by: "延续通知（演示函〔2026〕1号）" } },
  });

  await state("zone-superseded", { kind: "replaced", by: "新办法", since: today });
  expect(stateOfItem("zone-superseded-001")).toBe("replaced");
  expect(await worksOf("zone-superseded")).toEqual(["replaced"]);
  await state("zone-superseded", { kind: "letEnd", number: "", address: "", words: "不另编制。" });
  expect(await worksOf("zone-superseded")).toEqual([]);

  await state("zone-week", { kind: "ended", by: "停止执行的通知", until: "2026-11-20" });
  expect(stateOfItem("zone-week-001")).toBe("ended");
  expect(await propose("zone-presumed", { kind: "ended", by: "通知", until: "2027-03-01" })).toEqual({
    until: "validity:problem.endAhead",
  });

  await state("zone-yearly", { day: "2025-11-23" });
  expect(await worksOf("zone-yearly")).toEqual(["yearly"]);
  await state("zone-yearly", { day: "2025-11-25" });
  expect(await worksOf("zone-yearly")).toEqual([]);
});

it("what rests on nothing is refused at its field", async () => {
  expect(await propose("zone-presumed", { address: "" })).toEqual({ address: "validity:problem.noSource" });
  const file = { fileName: "letter.pdf", bytes: new TextEncoder().encode("no pdf") };
  await expect(propose("zone-presumed", { address: "", file })).rejects.toMatchObject({ status: 422 });
  expect(await propose("zone-presumed", { day: "2026-11-25" })).toEqual({ day: "validity:problem.dayAhead" });
});
