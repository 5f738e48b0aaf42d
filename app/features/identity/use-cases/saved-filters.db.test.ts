import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "~/kernel/refusal";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { UserActor } from "~/access/actor";
import { removeFilter, savedFilters, saveFilter } from "./saved-filters.server";

let process: TestProcess;
let first: UserActor;
let second: UserActor;

beforeAll(async () => {
  process = await testProcess();
  [first, second] = (await Promise.all(["first", "second"].map(person))) as [UserActor, UserActor];
});
afterAll(() => process.close());

async function person(loginName: string): Promise<UserActor> {
  const { id } = await process.prisma.user.create({
    data: { loginName, displayName: loginName, passwordHash: "-", createdAt: process.clock.now() },
  });
  return { userId: id } as UserActor;
}
const deps = (actor: UserActor) => ({ tx: process.prisma, clock: process.clock, actor });
const names = async (actor: UserActor) =>
  (await savedFilters(process.prisma, actor.userId, "/desk")).map(({ name, query }) => `${name}:${query}`);

describe("saved filters", () => {
  it("belong to a person, and the same name replaces the older choice", async () => {
    await saveFilter(deps(first), { page: "/desk", name: "超期", query: "?overdue=1" });
    await saveFilter(deps(first), { page: "/desk", name: "超期", query: "?overdue=1&stage=leadReview" });
    await saveFilter(deps(first), { page: "/policies", name: "本市", query: "?level=city" });
    expect(await names(first)).toEqual(["超期:?overdue=1&stage=leadReview"]);
    expect(await names(second)).toEqual([]);
  });

  it("can't be removed by somebody else", async () => {
    const [filter] = await savedFilters(process.prisma, first.userId, "/desk");
    await removeFilter(deps(second), filter?.id ?? "");
    expect(await names(first)).toHaveLength(1);
    await removeFilter(deps(first), filter?.id ?? "");
    expect(await names(first)).toEqual([]);
  });

  it("need a name and are at most 20 a list", async () => {
    await expect(saveFilter(deps(first), { page: "/desk", name: "", query: "" })).rejects.toThrow(Refusal);
    for (let number = 0; number < 20; number += 1)
      await saveFilter(deps(first), { page: "/desk", name: `n${number}`, query: "" });
    await expect(saveFilter(deps(first), { page: "/desk", name: "n20", query: "" })).rejects.toMatchObject({
      code: "identity.filters-full",
    });
    await saveFilter(deps(first), { page: "/desk", name: "n19", query: "?q=1" });
    expect(await names(first)).toHaveLength(20);
  });
});
