import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { followPublications } from "~/features/policies/use-cases/follow-publications.server";
import { endItems } from "~/features/policies/use-cases/end-items.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { createLog } from "~/platform/log.server";
import { startSandbox } from "~/server/start-sandbox";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { discardDraft, proposeDraft, returnDraft, signDraft } from "./decide-policy-draft.server";
import { readDraft } from "./draft-state.server";
import { publishDueDrafts } from "./publish-draft.server";
import { reviewCompetition } from "./review-competition.server";
import { listEffects, runBacktest } from "./run-backtest.server";
import { savePolicyDraft } from "./save-policy-draft.server";
import { startPolicyDraft } from "./start-policy-draft.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let sandbox: ReturnType<typeof startSandbox>;
let author: UserActor;
let signer: UserActor;
let enterpriseId: string;

beforeAll(async () => {
  process = await testProcess();
  sandbox = startSandbox(process.url, process.catalogue.registry, createLog("silent"), { patienceMs: 60_000 });
  const createdAt = process.clock.now();
  const person = async (loginName: string): Promise<UserActor> => {
    const { id } = await process.prisma.user.create({
      data: { loginName, displayName: loginName, passwordHash: "x", roles: ["policyAuthor"], createdAt },
    });
    return {
      kind: "user",
      userId: id,
      loginName,
      displayName: loginName,
      locale: "zh",
      roles: ["policyAuthor"],
      departmentId: "city-industry",
      regionCode: "340500",
      sessionId: "s",
      memberships: [],
      enterpriseId: null,
      permissions: permissionsOf(["policyAuthor"], null),
      address: null,
    };
  };
  author = await person("writer");
  signer = await person("signer");
  const firm = await process.prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode("340503", 1),
      name: "示例测试有限公司",
      legalForm: "company",
      regionCode: "340503",
      industryCode: "C3421",
      createdAt,
    },
  });
  enterpriseId = firm.id;
  await process.prisma.enterpriseFact.create({
    data: {
      enterpriseId,
      fact: "annualRevenue",
      year: 2025,
      value: 186_000_000,
      source: "declared",
      saidAt: createdAt,
    },
  });
});
afterAll(async () => {
  await sandbox.stop();
  await process.close();
});

const as = <T>(actor: UserActor, deed: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, actor, (deps) => deed({ ...deps, actor }));
const draftOf = (id: string) => readDraft({ tx: process.prisma }, id);
const follow = async () => void (process.catalogue = await followPublications(process.prisma, process.catalogue));
const actions = async (id: string) =>
  (await process.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );
const open = (id = itemId) => as(author, (deps) => startPolicyDraft(deps, { from: "item", itemId: id }));

async function edit(
  id: string,
  change: (item: PolicyItem) => PolicyItem,
  plan: { publishOn?: string; endsOn?: string } = {},
  by = author,
): Promise<void> {
  const draft = await draftOf(id);
  await as(by, (deps) =>
    savePolicyDraft(deps, id, {
      version: draft.version,
      content: change(draft.content),
      redemption: draft.redemption,
      explained: Object.fromEntries(
        ["unverifiable /conditions/all/1", "thresholdUnsaid /conditions/all/1", "thresholdLost /conditions"].map(
          (key) => [key, "示例说明"],
        ),
      ),
      publishOn: plan.publishOn ?? null,
      endsOn: plan.endsOn ?? null,
    }),
  );
}

const review = {
  office: "示例审查科",
  reviewedOn: "2026-11-20",
  heard: "已征求行业协会意见",
  marketEntry: "no",
  freeFlow: "no",
  operatingCost: "no",
  operatingConduct: "no",
  ground: "",
  groundReason: "",
  opinion: "符合公平竞争要求",
} as const;

async function prepare(id: string): Promise<void> {
  await as(author, async (deps) => reviewCompetition(deps, id, (await draftOf(id)).version, review));
  await runBacktest({ ...process, sandbox }, author, id, (await draftOf(id)).version);
  await as(author, async (deps) => proposeDraft(deps, { id, version: (await draftOf(id)).version }));
}

const sign = async (id: string, by = signer) =>
  as(by, async (deps) => signDraft(deps, { id, version: (await draftOf(id)).version }));

/** Firms of the city with a revenue of at least so much. */
const revenueFrom = (value: number): Condition => ({
  all: [
    { fact: "region", operator: "startsWithAny", value: ["3405"] },
    { fact: "annualRevenue", operator: "greaterThanInclusive", value },
  ],
});

describe("a draft", () => {
  it("is opened once, kept in versions, and refuses who saw an older one", async () => {
    const id = await open();
    expect(await open()).toBe(id);
    const { version } = await draftOf(id);
    await edit(id, (item) => ({ ...item, title: "" }));
    expect((await draftOf(id)).content.title).toBe("");
    const stale = as(author, async (deps) =>
      savePolicyDraft(deps, id, {
        version,
        content: (await draftOf(id)).content,
        redemption: {},
        explained: {},
        publishOn: null,
        endsOn: null,
      }),
    );
    await expect(stale).rejects.toMatchObject({ code: "workbench.changed" });
    await expect(edit(id, (item) => ({ ...item, amount: {} }) as PolicyItem)).rejects.toMatchObject({
      code: "workbench.broken",
    });
    await expect(prepare(id)).rejects.toMatchObject({ code: "workbench.obstacle-problems" });
    await as(author, async (deps) => discardDraft(deps, { id, version: (await draftOf(id)).version }));
    expect(await open()).not.toBe(id);
  });
});

describe("publication", () => {
  it("needs review and backtest of what is published, and a second person", async () => {
    const id = await open();
    await edit(id, (item) => ({ ...item, conditions: revenueFrom(200_000_000) }));
    await prepare(id);
    await expect(sign(id, author)).rejects.toMatchObject({ code: "workbench.same-person" });
    await as(signer, async (deps) => returnDraft(deps, { id, version: (await draftOf(id)).version }, "请改门槛"));
    await edit(id, (item) => ({ ...item, conditions: revenueFrom(150_000_000) }));
    const early = as(author, async (deps) => proposeDraft(deps, { id, version: (await draftOf(id)).version }));
    await expect(early).rejects.toMatchObject({ code: "workbench.obstacle-review-outdated" });
    await prepare(id);
    expect((await listEffects({ ...process, sandbox }, await draftOf(id), "gains", 1)).lines).toMatchObject([
      { name: "示例测试有限公司", before: 0n },
    ]);
    await sign(id);
    expect(await draftOf(id)).toMatchObject({ status: "published", signedById: signer.userId });
    expect(await actions(id)).toEqual(
      [
        "started",
        "competition-reviewed",
        "backtested",
        "proposed",
        "returned",
        "competition-reviewed",
        "backtested",
        "proposed",
        "signed",
      ].map((action) => `policy-draft.${action}`),
    );
    expect(await actions(itemId)).toEqual(["policy-item.published"]);
    const before = process.catalogue;
    await follow();
    expect(process.catalogue.byId.get(itemId)).toMatchObject({
      number: 2,
      item: { conditions: revenueFrom(150_000_000) },
    });
    expect(process.catalogue).not.toBe(before);
    await follow();
    const orders = await process.prisma.outbox.findMany({ where: { topic: "rematch-items" } });
    expect(orders.map(({ payload }) => payload)).toMatchObject([
      { itemIds: [itemId], reason: { kind: "publication" } },
    ]);
  });

  it("lives on beside the files: unchanged ones leave it, changed ones wait, the exported one is followed", async () => {
    const files = {
      ...process.catalogue.registry,
      items: process.catalogue.registry.items.map((item) => (item.id === itemId ? original : item)),
    };
    const row = () =>
      process.prisma.policyItem.findUniqueOrThrow({ where: { id: itemId }, include: { currentVersion: true } });
    expect((await loadCatalogue(process, files)).byId.get(itemId)?.number).toBe(2);
    const changed = {
      ...files,
      items: files.items.map((item) => (item.id === itemId ? { ...item, summary: "文件改了" } : item)),
    };
    expect((await loadCatalogue(process, changed)).byId.get(itemId)?.item.summary).toBe(original.summary);
    expect((await row()).waitingFileHash).not.toBeNull();
    expect((await loadCatalogue(process, process.catalogue.registry)).byId.get(itemId)?.number).toBe(2);
    expect(await row()).toMatchObject({ waitingFileHash: null, fileHash: (await row()).currentVersion?.contentHash });
  });

  it("waits for its day, ends after its last one, and leaves cases with their version", async () => {
    const other = "zone-patent-006";
    const before = process.catalogue.byId.get(other)?.versionId;
    const caseId = await process.prisma.user
      .create({
        data: {
          loginName: "owner-of-case",
          displayName: "经办人",
          passwordHash: "x",
          createdAt: process.clock.now(),
          memberships: { create: { enterpriseId, role: "owner", createdAt: process.clock.now() } },
        },
      })
      .then(async ({ id }) => {
        const actor: UserActor = {
          ...author,
          userId: id,
          roles: [],
          enterpriseId,
          memberships: [{ enterpriseId, enterpriseName: "示例", role: "owner" }],
          permissions: permissionsOf([], "owner"),
        };
        return (await perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId: other, anew: false })))
          .id;
      });
    const id = await open(other);
    await edit(id, (item) => ({ ...item, conditions: revenueFrom(1) }), {
      publishOn: "2026-11-26",
      endsOn: "2026-11-27",
    });
    await prepare(id);
    await sign(id);
    await publishDueDrafts(process)();
    expect((await draftOf(id)).status).toBe("signed");
    process.clock.set(new Date("2026-11-25T16:00:00Z"));
    await publishDueDrafts(process)();
    await publishDueDrafts(process)();
    expect((await draftOf(id)).status).toBe("published");
    await follow();
    expect(process.catalogue.byId.get(other)).toMatchObject({ number: 2 });
    expect(await process.prisma.application.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      itemVersionId: before,
    });
    const worker = { kind: "system", name: "worker" } as const;
    expect(await perform(process, worker, endItems)).toEqual([]);
    process.clock.set(new Date("2026-11-27T16:00:00Z"));
    expect(await perform(process, worker, endItems)).toEqual([other]);
    expect(await perform(process, worker, endItems)).toEqual([]);
    await follow();
    expect(process.catalogue.byId.has(other)).toBe(false);
    expect((await loadCatalogue(process, process.catalogue.registry)).byId.has(other)).toBe(false);
  });

  it("gives a signed draft back whose base was overtaken", async () => {
    const overtaken = "zone-patent-007";
    const id = await open(overtaken);
    await edit(id, (item) => ({ ...item, conditions: revenueFrom(1) }), { publishOn: "2026-12-05" });
    await prepare(id);
    await sign(id);
    const { registry } = process.catalogue;
    await loadCatalogue(process, {
      ...registry,
      items: registry.items.map((item) => (item.id === overtaken ? { ...item, summary: "文件改了" } : item)),
    });
    process.clock.set(new Date("2026-12-05T02:00:00Z"));
    await publishDueDrafts(process)();
    expect(await draftOf(id)).toMatchObject({
      status: "editing",
      signedById: null,
      returnedReason: "obstacle-backtest-outdated",
    });
  });
});

const original = await import("~/features/policies/adapters/catalogue-files.server").then(
  ({ loadCatalogueFiles }) => loadCatalogueFiles("rules", { demo: true }).byId.get(itemId) as PolicyItem,
);
