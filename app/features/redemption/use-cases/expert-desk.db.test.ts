import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsTo, type Ending } from "#prisma/seed/case-path";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { readMaterialFile } from "~/features/applications/use-cases/read-material-file.server";
import { addPayee } from "~/features/funds/testing/due-payment";
import type { UserActor } from "~/access/actor";
import { csvRows } from "~/kernel/csv";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { castOf, type Cast } from "../testing/verify/cast";
import { advanceCase } from "./advance-case.server";
import { subjects } from "~/contexts.server";
import { assignWork } from "~/features/work/use-cases/assign-work.server";
import { recuse } from "./recuse.server";
import { speak } from "~/words/i18n.server";
import { exportQueue } from "./export-queue.server";
import { readDeskCase } from "./read-desk-case.server";
import { readQueue } from "./read-queue.server";
import { reviewCase } from "./review-case.server";

/** 三名专家评审、现场核查的年度事项。 */
const itemId = "zone-iii-001";
let process: TestProcess;
let cast: Cast;
let [scored, fresh, reviewed] = ["", "", ""];

const as = <T>(name: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>) =>
  perform(process, cast.get(name)!, (deps) => work({ ...deps, actor: cast.get(name)! }));
const id = (name: string) => cast.get(name)!.userId;
const queue = (name: string, filter: { stage?: string; q?: string } = {}) =>
  as(name, (deps) => readQueue(deps, { overdue: false, page: 1, ...filter }));
const desk = async (name: string, filter = {}) =>
  (await queue(name, filter)).rows.map(({ application }) => application.id).toSorted();
const open = (name: string, key: string) => as(name, (deps) => readDeskCase(deps, key, "zh"));
const score = async (name: string, key: string) => {
  const { version } = await process.prisma.application.findUniqueOrThrow({ where: { id: key } });
  await as(name, (deps) =>
    reviewCase(deps, {
      id: key,
      action: "EXPERT_SCORED",
      comment: "可行",
      points: [],
      approvedFen: null,
      score: 80,
      idempotencyKey: randomUUID(),
      expectedVersion: version,
    }),
  );
};

/** A case led to an ending of the demo's paths; `count` of its events are left out at the end. */
async function caseAt(serial: number, ending: Ending, left = 0): Promise<string> {
  const { enterpriseId, bankAccountId } = await addPayee(process, 200 + serial);
  const owner = { ...cast.get("owner")!, enterpriseId };
  const { id: key } = await perform(process, owner, (deps) => startDraft(deps, { enterpriseId, itemId, anew: false }));
  const persons = {
    county: "",
    reviewer: id("one"),
    approver: id("two"),
    head: id("three"),
    co: id("city-science"),
    experts: ["expert1", "expert2", "expert3"].map(id),
  };
  const events = eventsTo(ending, process.catalogue.byId.get(itemId)!.redemption, persons);
  for (const [index, event] of events.slice(0, events.length - left).entries()) {
    const set =
      event.type === "SUBMIT"
        ? {
            set: {
              claimedFen: 100_000_000n,
              number: `E-${serial}`,
              submittedAt: process.clock.now(),
              bankAccountId,
            },
            submission: {
              seq: 1,
              kind: "submit" as const,
              frozen: { facts: {}, records: [], received: [], asOf: "2026-03-02" },
              ruleFen: 100_000_000n,
              materials: [],
              account: null,
              pledged: true,
            },
          }
        : {};
    await perform(process, { kind: "system", name: "worker" }, (deps) =>
      advanceCase(deps, { where: { id: key }, event, idempotencyKey: `play:${index}`, ...set }),
    );
  }
  if (ending === "panel" && left === 0)
    await process.prisma.expertScore.create({
      data: { applicationId: key, expertId: id("expert1"), score: 70, comment: "-", at: process.clock.now() },
    });
  return key;
}

beforeAll(async () => {
  process = await testProcess(new Date("2026-03-02T02:00:00Z"));
  const { enterpriseId } = await addPayee(process, 1);
  cast = await castOf(process, process.catalogue.byId.get(itemId)!.redemption, { enterpriseId, regionCode: "340503" });
  [scored, fresh, reviewed] = [await caseAt(1, "panel"), await caseAt(2, "panel", 1), await caseAt(3, "review")];
});
afterAll(() => process.close());

describe("an expert's desk", () => {
  it("holds the panels that wait for this expert's score, and nothing else of the office", async () => {
    expect(await desk("expert1")).toEqual([fresh]);
    expect(await desk("expert2")).toEqual([scored, fresh].toSorted());
    expect(new Set(await desk("one"))).toEqual(new Set([scored, fresh, reviewed]));
    expect(await desk("expert2", { stage: "leadReview" })).toEqual([]);
    expect(await desk("expert2", { q: "E-1" })).toEqual([scored]);
    const speech = await speak("zh");
    expect(
      csvRows(await as("expert1", (deps) => exportQueue(deps, { overdue: false }, speech)))
        .slice(1)
        .map(([number]) => number),
    ).toEqual(["E-2"]);
  });

  it("opens those and the ones scored before, with their files; every other case of the office is not there", async () => {
    const storage = { read: () => Promise.resolve(Buffer.from("%PDF-")) } as unknown as FileStorage;
    const filed = async (applicationId: string) =>
      (
        await process.prisma.material.create({
          data: {
            applicationId,
            name: "方案",
            fileName: "方案.pdf",
            fileHash: "0".repeat(64),
            mimeType: "application/pdf",
            sizeBytes: 1,
            uploadedById: id("owner"),
            uploadedAt: process.clock.now(),
          },
        })
      ).id;
    for (const key of [scored, fresh]) expect((await open("expert1", key)).id).toBe(key);
    await expect(open("expert1", reviewed)).rejects.toMatchObject({ code: "applications.not-found", status: 404 });
    expect((await open("one", reviewed)).id).toBe(reviewed);
    const [own, foreign] = [await filed(scored), await filed(reviewed)];
    expect(await as("expert1", (deps) => readMaterialFile({ ...deps, storage }, own))).toMatchObject({
      fileName: "方案.pdf",
    });
    await expect(as("expert1", (deps) => readMaterialFile({ ...deps, storage }, foreign))).rejects.toMatchObject({
      status: 404,
    });
  });

  it("shows neither the other experts' scores nor the account to one who has to judge alone", async () => {
    expect(await open("expert2", scored)).toMatchObject({ scores: [], account: null });
    expect(await open("expert1", scored)).toMatchObject({ scores: [{ score: 70 }], account: null });
    expect(await open("one", scored)).toMatchObject({
      scores: [{ score: 70 }],
      account: { bankName: "示例银行马鞍山分行" },
    });
  });

  it("loses a panel with a declared interest, which stays with the other experts", async () => {
    await as("expert2", (deps) => recuse(deps, { applicationId: scored, reason: "与企业有合作" }));
    expect(await desk("expert2")).toEqual([fresh]);
    expect(await desk("expert3")).toEqual([scored, fresh].toSorted());
    await expect(score("expert2", scored)).rejects.toMatchObject({ code: "redemption.recused" });
    await score("expert3", scored);
    expect(await process.prisma.expertScore.count({ where: { applicationId: scored } })).toBe(2);
  });

  it("gives a panel that was the expert's alone to another expert", async () => {
    const task = await process.prisma.task.findFirstOrThrow({
      where: { applicationId: fresh, stage: "expertScore", closedAt: null },
    });
    await expect(
      as("three", (deps) => assignWork({ ...deps, subjects }, { taskId: task.id, assigneeId: id("one") })),
    ).rejects.toMatchObject({ code: "redemption.no-colleague" });
    await as("three", (deps) => assignWork({ ...deps, subjects }, { taskId: task.id, assigneeId: id("expert1") }));
    expect(await desk("expert3")).toEqual([]);
    await as("expert1", (deps) => recuse(deps, { applicationId: fresh, reason: "本单位项目" }));
    const { assigneeId } = await process.prisma.task.findUniqueOrThrow({ where: { id: task.id } });
    expect([id("expert2"), id("expert3")]).toContain(assigneeId);
    await score(assigneeId === id("expert2") ? "expert2" : "expert3", fresh);
  });
});
