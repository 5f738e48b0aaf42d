import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsTo } from "#prisma/seed/case-path";
import { askReconsideration } from "~/features/applications/use-cases/ask-again.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { addPayee, maker } from "~/features/funds/testing/due-payment";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import type { UserActor } from "~/access/actor";
import { perform } from "~/platform/transact.server";
import type { Deps } from "~/platform/context.server";
import { recipientsOf } from "~/features/notices/adapters/notice.repository.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { ReviewAction } from "../domain/review-actions";
import { castOf, type Cast } from "../testing/verify/cast";
import { advanceCase, type CaseColumns } from "./advance-case.server";
import { closeAbsence, noteAbsence } from "~/features/work/use-cases/absences.server";
import { assignWork } from "~/features/work/use-cases/assign-work.server";
import { reviewCase } from "./review-case.server";
import { expiries, subjects } from "~/contexts.server";
import { runDeadlines } from "~/features/work/use-cases/run-deadlines.server";
import { decideSelection, proposeSelection, readSelection } from "./select-yearly.server";
import { warnOverdue } from "~/features/work/use-cases/warn-overdue.server";

const itemId = "zone-iii-001";
let process: TestProcess;
let cast: Cast;
let serial = 0;

const as = <T>(name: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>) => {
  const actor = cast.get(name)!;
  return perform(process, actor, (deps) => work({ ...deps, actor }));
};
const id = (name: string) => cast.get(name)!.userId;
const row = (key: string) => process.prisma.application.findUniqueOrThrow({ where: { id: key } });

beforeAll(async () => {
  process = await testProcess();
  const { enterpriseId } = await addPayee(process, 1);
  cast = await castOf(process, process.catalogue.byId.get(itemId)!.redemption, { enterpriseId, regionCode: "340503" });
});
afterAll(() => process.close());

/** A firm's case led to an ending of the demo's paths, reviewed by `one` and decided by `two`. */
async function caseAt(ending: "rejected" | "review" | "approval", item = itemId, columns: CaseColumns = {}) {
  const { enterpriseId, bankAccountId } = await addPayee(process, 100 + (serial += 1));
  const owner = { ...cast.get("owner")!, enterpriseId };
  const { id: key } = await perform(process, owner, (deps) =>
    startDraft(deps, { enterpriseId, itemId: item, anew: false }),
  );
  const persons = {
    county: id("county"),
    reviewer: id("one"),
    approver: id("two"),
    head: id("three"),
    co: id("city-science"),
    experts: ["expert1", "expert2", "expert3"].map(id),
  };
  const set: CaseColumns = {
    claimedFen: 100_000_000n,
    number: `R-${serial}`,
    submittedAt: process.clock.now(),
    bankAccountId,
    nature: "cash",
    ...columns,
  };
  for (const [index, event] of eventsTo(ending, process.catalogue.byId.get(item)!.redemption, persons).entries()) {
    await perform(process, { kind: "system", name: "worker" }, (deps) =>
      advanceCase(deps, {
        where: { id: key },
        event,
        idempotencyKey: `play:${index}`,
        ...(event.type === "SUBMIT" ? { set } : {}),
      }),
    );
  }
  return { id: key, enterpriseId, owner };
}

async function review(name: string, key: string, action: ReviewAction) {
  const { version } = await row(key);
  await as(name, (deps) =>
    reviewCase(deps, {
      id: key,
      action,
      comment: "经复核",
      points: [],
      approvedFen: null,
      idempotencyKey: randomUUID(),
      expectedVersion: version,
    }),
  );
}

describe("reconsideration of a refusal", () => {
  const ask = async ({ id: key, enterpriseId, owner }: Awaited<ReturnType<typeof caseAt>>) => {
    const { version } = await row(key);
    await perform(process, owner, (deps) =>
      askReconsideration(
        { ...deps, actor: owner },
        { id: key, enterpriseId, idempotencyKey: randomUUID(), expectedVersion: version, grounds: "材料齐全" },
      ),
    );
  };

  it("may be asked until the sixtieth day is over, also where no worker has looked at the clock", async () => {
    // The sixtieth day is 1 May; 1 to 5 May are off, so that the term ends with the 6th (民法典第二百零三条).
    process.clock.set(new Date("2026-03-02T02:00:00Z"));
    const [late, inTime] = [await caseAt("rejected"), await caseAt("rejected")];
    process.clock.set(new Date("2026-05-06T15:59:00Z"));
    await ask(inTime);
    expect((await row(inTime.id)).state).toBe("reconsidering");
    process.clock.set(new Date("2026-05-06T16:00:00Z"));
    await expect(ask(late)).rejects.toMatchObject({ code: "redemption.term-over" });
    await runDeadlines({ ...process, log: { warn: () => undefined } as never }, expiries);
    await expect(ask(late)).rejects.toMatchObject({ code: "redemption.not-allowed" });
  });

  it("is decided by somebody who had no part in the refusal, once", async () => {
    process.clock.set(new Date("2026-03-02T02:00:00Z"));
    const asked = await caseAt("rejected");
    await ask(asked);
    const opened = (await process.prisma.outbox.findMany({ where: { topic: "notice" }, orderBy: { id: "desc" } }))
      .map(({ payload }) => payload as { kind: string; to: { except?: string[] }; href: string })
      .find(({ kind, href }) => kind === "taskOpened" && href === `/desk/cases/${asked.id}`);
    expect(new Set(opened?.to.except), "who refused is not asked to look again").toEqual(
      new Set([id("one"), id("two")]),
    );
    for (const name of ["one", "two"])
      await expect(review(name, asked.id, "DECISION_OVERTURNED")).rejects.toMatchObject({
        code: "redemption.same-person",
      });
    await review("three", asked.id, "DECISION_OVERTURNED");
    expect(await row(asked.id)).toMatchObject({
      state: "departmentReview",
      rejectionReason: null,
      decidedAt: null,
      closedAt: null,
    });
    expect(await process.prisma.reconsideration.findFirstOrThrow({ where: { applicationId: asked.id } })).toMatchObject(
      { outcome: "overturned", decidedById: id("three"), answer: "经复核" },
    );
    await review("two", asked.id, "RECOMMEND_REJECTION");
    await review("one", asked.id, "REJECT");
    await expect(ask(asked)).rejects.toMatchObject({ code: "redemption.reconsidered" });
  });
});

describe("the yearly selection", () => {
  const year = 2026;
  const propose = (poolFen: bigint) => as("one", (deps) => proposeSelection(deps, { itemId, year, poolFen }));
  const decide = (name: string, confirm = true) => as(name, (deps) => decideSelection(deps, { itemId, year, confirm }));
  /** Six firms of different score; the fifth place is the last of the quota. */
  const firms = [
    { score: 70, fen: 20_000_000n },
    { score: 95, fen: 80_000_000n },
    { score: 60, fen: 50_000_000n },
    { score: 90, fen: 40_000_000n },
    { score: 80, fen: 40_000_000n },
    { score: 75, fen: 20_000_000n },
  ];
  const cases: string[] = [];

  beforeAll(async () => {
    process.clock.set(new Date("2026-06-01T02:00:00Z"));
    await process.prisma.application.updateMany({ where: { itemId }, data: { year: 2025 } });
    for (const { score, fen } of firms) {
      const each = await caseAt("approval", itemId, { claimedFen: fen });
      for (const expert of ["expert1", "expert2", "expert3"])
        await process.prisma.expertScore.create({
          data: { applicationId: each.id, expertId: id(expert), score, comment: "-", at: process.clock.now() },
        });
      cases.push(each.id);
    }
  });

  it("waits until every application has been reviewed", async () => {
    await expect(propose(150_000_000n)).rejects.toMatchObject({
      code: "redemption.still-reviewed",
      params: { count: 6 },
    });
    for (const key of cases) {
      const { version, claimedFen } = await row(key);
      const event = { type: "APPROVE", actorId: id("two") } as const;
      await perform(process, { kind: "system", name: "worker" }, (deps) =>
        advanceCase(deps, {
          where: { id: key },
          event,
          payload: { approvedFen: claimedFen ?? 0n },
          idempotencyKey: `approve:${version}`,
          set: { approvedFen: claimedFen },
        }),
      );
    }
    expect(await process.prisma.application.count({ where: { itemId, year, state: "ranking" } })).toBe(6);
  });

  it("is proposed by one person and confirmed by another; one that was dropped changes nothing", async () => {
    await expect(propose(150_000_000n)).rejects.toMatchObject({ code: "redemption.pool-over" });
    await perform(process, maker, (deps) =>
      grantBudget(deps, { documentId: "zone-iii", year, fen: 150_000_000n, idempotencyKey: "round" }),
    );
    await expect(propose(150_000_001n)).rejects.toMatchObject({ code: "redemption.pool-over" });
    await propose(150_000_000n);
    await expect(propose(1n)).rejects.toMatchObject({ code: "redemption.round-open" });
    await expect(decide("one")).rejects.toMatchObject({ code: "redemption.same-person" });
    const asked = (await process.prisma.outbox.findMany({ where: { topic: "notice" } })).map(
      ({ payload }) => payload as NoticeOrder,
    );
    const told = asked.filter(({ kind }) => kind === "selectionProposed");
    const heard = await Promise.all(told.map(({ to }) => recipientsOf(process.prisma, to)));
    const ids = heard.flat().map((person) => person.id);
    expect(ids).toContain(id("two"));
    expect(ids).not.toContain(id("one"));
    expect(new Set(told.map(({ href }) => href))).toEqual(new Set([`/desk/selections/${itemId}?year=${year}`]));
    await decide("two", false);
    expect(await process.prisma.application.count({ where: { itemId, year, state: "ranking" } })).toBe(6);
    await propose(150_000_000n);
  });

  it("takes the five best and shares a pool of 1.5 million among claims of 2 million: three quarters each", async () => {
    await decide("two");
    const sums = await Promise.all(
      cases.map(async (key) => [(await row(key)).state, (await row(key)).approvedFen] as const),
    );
    expect(sums.map(([state]) => state)).toEqual([
      "publicity",
      "publicity",
      "rejected",
      "publicity",
      "publicity",
      "publicity",
    ]);
    expect([0, 1, 3, 4, 5].map((index) => sums[index]?.[1])).toEqual([
      15_000_000n,
      60_000_000n,
      30_000_000n,
      30_000_000n,
      15_000_000n,
    ]);
    expect((await row(cases[2] ?? "")).rejectionReason).toContain("第 6 名");
    const left = await as("one", (deps) => readSelection(deps, itemId, year));
    expect(left).toMatchObject({ quotaLeft: 0, payableFen: 0n });
  });
});

describe("work of somebody who is away", () => {
  let work: string;
  let task: { id: string; stage: string; dueOn: string };
  const ownTask = () =>
    process.prisma.task.findFirstOrThrow({
      where: { applicationId: work, closedAt: null, departmentId: "city-industry" },
      select: { id: true, stage: true, dueOn: true },
    });
  const notices = async (kind: string) =>
    (await process.prisma.outbox.findMany({ where: { topic: "notice" } }))
      .map(({ payload }) => payload as { kind: string; to: object; dedupKey: string })
      .filter((each) => each.kind === kind && each.dedupKey.includes(task.id));

  beforeAll(async () => {
    process.clock.set(new Date("2026-07-06T02:00:00Z"));
    work = (await caseAt("review")).id;
    task = await ownTask();
  });

  it("is the assignee's alone, until a deputy is named for the days", async () => {
    await as("three", (deps) => assignWork({ ...deps, subjects }, { taskId: task.id, assigneeId: id("one") }));
    await expect(review("two", work, "RECOMMEND_APPROVAL")).rejects.toMatchObject({
      code: "redemption.assigned",
      status: 403,
    });
    const away = { userId: id("one"), deputyId: id("two"), fromDay: "2026-07-07", toDay: "2026-07-08" };
    await expect(as("city-science", (deps) => noteAbsence(deps, away))).rejects.toMatchObject({ status: 403 });
    await expect(
      as("one", (deps) => noteAbsence(deps, { ...away, deputyId: id("city-science") })),
    ).rejects.toMatchObject({ code: "redemption.no-colleague" });
    await expect(as("one", (deps) => noteAbsence(deps, { ...away, toDay: "2026-07-06" }))).rejects.toMatchObject({
      code: "redemption.absence-wrong",
    });
    await as("one", (deps) => noteAbsence(deps, away));
    await expect(review("two", work, "RECOMMEND_APPROVAL"), "the day before").rejects.toMatchObject({
      code: "redemption.assigned",
    });
    process.clock.set(new Date("2026-07-09T02:00:00Z"));
    await expect(review("two", work, "RECOMMEND_APPROVAL"), "the day after").rejects.toMatchObject({
      code: "redemption.assigned",
    });
    process.clock.set(new Date("2026-07-08T15:00:00Z"));
    await expect(review("three", work, "RECOMMEND_APPROVAL"), "somebody else").rejects.toMatchObject({
      code: "redemption.assigned",
    });
    const { id: absenceId } = await process.prisma.absence.findFirstOrThrow();
    await as("one", (deps) => closeAbsence(deps, absenceId));
    await expect(review("two", work, "RECOMMEND_APPROVAL"), "back before the time").rejects.toMatchObject({
      code: "redemption.assigned",
    });
    await as("three", (deps) => noteAbsence(deps, away));
  });

  it("is near its term: whoever has it is warned once; over it: the head is told as well, once", async () => {
    expect(task.dueOn, "ten working days from Monday, 6 July").toBe("2026-07-20");
    process.clock.set(new Date("2026-07-17T02:00:00Z"));
    for (let round = 0; round < 2; round += 1) await as("three", (deps) => warnOverdue({ ...deps, subjects }));
    expect((await notices("taskNear")).map(({ to }) => to)).toEqual([{ userId: id("one") }]);
    expect(await notices("taskOverdue")).toEqual([]);
    process.clock.set(new Date("2026-07-21T02:00:00Z"));
    for (let round = 0; round < 2; round += 1) await as("three", (deps) => warnOverdue({ ...deps, subjects }));
    expect((await notices("taskOverdue")).map(({ to }) => to)).toEqual(
      expect.arrayContaining([{ userId: id("one") }, { userId: id("three") }]),
    );
    expect(await notices("taskOverdue")).toHaveLength(4);
  });

  it("is done by the deputy in the days of the absence", async () => {
    process.clock.set(new Date("2026-07-08T02:00:00Z"));
    await review("two", work, "RECOMMEND_APPROVAL");
    expect(
      await process.prisma.transition.findFirstOrThrow({ where: { applicationId: work, event: "RECOMMEND_APPROVAL" } }),
    ).toMatchObject({ actorId: id("two") });
  });
});
