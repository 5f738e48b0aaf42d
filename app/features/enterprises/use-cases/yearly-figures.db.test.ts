import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { readGroupForm } from "./read-group-form.server";
import { readProfile } from "./read-profile.server";
import { saveGroup } from "./save-group.server";

let process: TestProcess;
let enterpriseId: string;
let userId: string;

beforeAll(async () => {
  // In 2026 the last full calendar year is 2025.
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
  const createdAt = process.clock.now();
  const firm = {
    creditCode: "firm",
    name: "示例年度数据有限公司",
    legalForm: "company",
    regionCode: "340503",
    industryCode: "C3421",
    createdAt,
  };
  enterpriseId = (await process.prisma.enterprise.create({ data: firm })).id;
  userId = (
    await process.prisma.user.create({
      data: { loginName: "keeper", displayName: "企业经办人", passwordHash: "-", createdAt },
    })
  ).id;
});
afterAll(() => process.close());

const run = <T>(useCase: (deps: Deps) => Promise<T>) =>
  perform(process, { kind: "user", userId, roles: [], memberships: [] } as unknown as Deps["actor"], useCase);
const save = (values: Record<string, string>, year: string | null) =>
  run((deps) => saveGroup(deps, enterpriseId, "scale", values, year));
const form = async (year: number) => {
  const { questions, years } = await run((deps) =>
    readGroupForm({ ...deps, namesOf: personNames }, enterpriseId, "scale", { all: true, language: "zh", year }),
  );
  return { years, revenue: questions.find(({ name }) => name === "annualRevenue") };
};

describe("yearly figures", () => {
  it("are kept for each year by itself, and matching reads those of the reporting year", async () => {
    expect(await save({ annualRevenue: "3000万" }, null)).toEqual({});
    expect(await save({ annualRevenue: "2000万" }, "2024")).toEqual({});
    expect((await form(2025)).revenue).toMatchObject({ value: "30000000" });
    expect((await form(2024)).revenue).toMatchObject({ value: "20000000" });
    expect((await form(2023)).revenue).toMatchObject({ value: "", said: null });
    expect((await run((deps) => readProfile(deps, enterpriseId))).facts).toMatchObject({ annualRevenue: 30_000_000 });
  });

  it("say who stated them, and what was stated before", async () => {
    process.clock.set(new Date("2026-11-25T02:00:00Z"));
    await save({ annualRevenue: "2100万" }, "2024");
    const { revenue } = await form(2024);
    expect(revenue).toMatchObject({
      value: "21000000",
      said: { source: "declared", by: "企业经办人", at: new Date("2026-11-25T02:00:00Z") },
    });
    expect(revenue?.history).toMatchObject([
      { source: "declared", by: "企业经办人", at: new Date("2026-11-24T02:00:00Z") },
    ]);
    expect((await form(2025)).revenue?.history).toEqual([]);
  });

  it("are taken for four years; another year means the reporting year", async () => {
    expect((await form(2025)).years).toEqual([2025, 2024, 2023, 2022]);
    await save({ annualRevenue: "1" }, "2019");
    expect((await form(2025)).revenue).toMatchObject({ value: "1" });
  });
});
