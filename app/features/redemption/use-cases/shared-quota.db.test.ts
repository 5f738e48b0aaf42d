import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { ownedFirm } from "~/features/applications/testing/owned-firm";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { maker } from "~/features/funds/testing/due-payment";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { subjects } from "~/contexts.server";
import { assignWork } from "~/features/work/use-cases/assign-work.server";
import { readDepartment } from "~/features/work/use-cases/read-office-work.server";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { readQuotaLeft } from "./hold-quota.server";
import { decideSelection, proposeSelection, readSelection, readSelections } from "./select-yearly.server";

/** 市级与省级绿色工厂合计每年2家，先到先得. */
const city = { id: "zone-claims-008", answers: { greenFactoryLevel: "city" } };
const province = { id: "zone-claims-009", answers: { greenFactoryLevel: "province" } };
/** 基础级与先进级智能工厂合计每年评选不超过2家. */
const basic = { id: "zone-claims-010", answers: { smartFactoryGrade: "basic" } };
const advanced = { id: "zone-claims-011", answers: { smartFactoryGrade: "advanced" } };

let process: TestProcess;
let first: EquipmentCase;
beforeAll(async () => {
  process = await testProcess();
  first = await EquipmentCase.submitted(process, 41, city.answers, city.id);
});
afterAll(() => process.close());

const submitted = (serial: number, { id, answers }: typeof city | typeof basic) =>
  EquipmentCase.submitted(process, serial, answers, id, first.cast);
const left = async (itemId: string) => {
  const published = process.catalogue.byId.get(itemId);
  if (!published) throw new Error(itemId);
  return (await readQuotaLeft({ tx: process.prisma, catalogue: process.catalogue }, published, 2026))?.count;
};

it("gives the last place to one of two that are approved at once for different items", async () => {
  await first.recommend();
  await first.step("two", "APPROVE");
  expect([await left(city.id), await left(province.id)]).toEqual([1, 1]);
  const rivals = [await submitted(42, city), await submitted(43, province)];
  for (const rival of rivals) await rival.recommend();
  const outcomes = await Promise.allSettled(rivals.map((rival) => rival.step("two", "APPROVE")));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "redemption.quota-used", params: { left: 0 } },
  });
  expect([await left(city.id), await left(province.id)]).toEqual([0, 0]);
});

it("takes no application for any of its items when it is used up", async () => {
  const { actor, enterpriseId } = await ownedFirm(process, 44);
  for (const { id } of [city, province])
    await expect(
      perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId: id, anew: false })),
    ).rejects.toMatchObject({ code: "applications.quota-used" });
});

it("is open again when a granted case of any of its items falls away", async () => {
  await process.prisma.application.update({ where: { id: first.id }, data: { state: "recovery" } });
  expect([await left(city.id), await left(province.id)]).toEqual([1, 1]);
});

it("is chosen for together, whichever of its items a case is of", async () => {
  const as = <T>(who: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>) => {
    const actor = first.official(who);
    return perform(process, actor, (deps) => work({ ...deps, actor }));
  };
  const cases = [];
  for (const [serial, item] of [basic, advanced, advanced].entries()) {
    process.clock.set(new Date(`2026-06-0${serial + 1}T02:00:00Z`));
    cases.push(await submitted(51 + serial, item));
  }
  for (const each of cases) await each.recommend();
  for (const each of cases.slice(1)) await each.step("two", "APPROVE");
  const proposed = { itemId: advanced.id, year: 2026, poolFen: 15_000_000n };
  await expect(
    as("one", (deps) => proposeSelection(deps, proposed)),
    "one of the other item",
  ).rejects.toMatchObject({
    code: "redemption.still-reviewed",
    params: { count: 1 },
  });
  await cases[0]!.step("two", "APPROVE");
  await perform(process, maker, (deps) =>
    grantBudget(deps, { documentId: "zone-claims", year: 2026, fen: 15_000_000n, idempotencyKey: "shared" }),
  );
  await as("one", (deps) => proposeSelection(deps, proposed));
  await expect(as("one", (deps) => proposeSelection(deps, { ...proposed, itemId: basic.id }))).rejects.toMatchObject({
    code: "redemption.round-open",
  });
  expect(await as("two", (deps) => readSelections(deps))).toMatchObject([
    { count: 3, year: 2026, next: "confirm", titles: [{}, {}] },
  ]);
  const proposer = first.official("one");
  const waiting = () => process.prisma.task.findMany({ where: { subjectType: "selection", closedAt: null } });
  const [task] = await waiting();
  // proposed on Wednesday, 3 June 2026; the fifth working day after it is Wednesday, 10 June
  expect(task).toMatchObject({ subjectId: `${advanced.id}:2026`, stage: "confirmation", dueOn: "2026-06-10" });
  const { tasks } = await readDepartment({ ...process, tx: process.prisma, actor: proposer, subjects });
  expect(tasks.find(({ id }) => id === task?.id)).toMatchObject({
    page: `/desk/selections/${advanced.id}?year=2026`,
    subject: { number: "2026" },
  });
  const give = (assigneeId: string) =>
    as("two", (deps) => assignWork({ ...deps, subjects }, { taskId: task?.id ?? "", assigneeId }));
  await expect(give(proposer.userId), "who proposed it may not confirm it").rejects.toMatchObject({
    code: "redemption.same-person",
  });
  await give(first.official("two").userId);
  await as("two", (deps) => decideSelection(deps, { itemId: basic.id, year: 2026, confirm: true }));
  expect(await waiting()).toEqual([]);
  const rows = await Promise.all(cases.map((each) => each.row()));
  // both places go to those who came first, 3万元 and 6万元
  expect(rows.map(({ state, approvedFen }) => [state, approvedFen])).toEqual([
    ["publicity", 3_000_000n],
    ["publicity", 6_000_000n],
    ["rejected", null],
  ]);
  expect(rows[2]?.rejectionReason).toBe("年度择优第 3 名，几个事项共有名额 2 个，未入选。");
  expect([await left(basic.id), await left(advanced.id)]).toEqual([0, 0]);
  expect((await as("one", (deps) => readSelection(deps, basic.id, 2026))).titles).toHaveLength(2);
});
