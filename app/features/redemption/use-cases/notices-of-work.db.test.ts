import { afterAll, beforeAll, expect, it } from "vitest";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

type Told = { kind: string; to: { office?: object; except?: string[] }; href: string; params: { work: object } };

/** What offices were told of work since the last look. */
async function told(): Promise<Told[]> {
  const rows = await process.prisma.outbox.findMany({ where: { topic: "notice" }, orderBy: { id: "asc" } });
  await process.prisma.outbox.deleteMany({ where: { topic: "notice" } });
  return rows.map(({ payload }) => payload as Told).filter(({ kind }) => kind === "taskOpened");
}

it("the next person hears of work that came to them: who approves, and who reviews again what was sent back", async () => {
  const sent = await EquipmentCase.submitted(process, 91);
  await told();
  await sent.recommend();
  const office = { departmentId: "city-industry", regionCode: "340500" };
  const approval = (await told()).at(-1);
  expect(approval).toMatchObject({
    to: { office, except: [sent.official("one").userId] },
    href: `/desk/cases/${sent.id}`,
    params: { work: { words: "applications:stage.leadApproval" } },
  });
  await sent.step("two", "SEND_BACK");
  expect(await told()).toMatchObject([
    { to: { office }, params: { work: { words: "applications:stage.leadReview" } } },
  ]);
});
