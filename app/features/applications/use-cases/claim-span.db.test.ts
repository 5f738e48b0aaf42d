import { afterAll, beforeAll, expect, it } from "vitest";
import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { startOfDay } from "~/kernel/plain-date";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { EquipmentCase } from "../testing/equipment-case";
import { ownedFirm } from "../testing/owned-firm";
import { discardDraft, restoreDraft } from "./discard-draft.server";
import { readClaims } from "~/features/claims/use-cases/read-claims.server";
import { draftClosed, readDraft } from "./read-draft.server";
import { startDraft } from "./start-draft.server";
import { submitApplication } from "./submit-application.server";

/** 次年10月1日至12月31日申报. */
const itemId = "zone-claims-001";
let process: TestProcess;
let firm: Awaited<ReturnType<typeof ownedFirm>>;

beforeAll(async () => {
  process = await testProcess();
  firm = await ownedFirm(process, 31);
});
afterAll(() => process.close());

const on = (day: string) => process.clock.set(startOfDay(day));
const start = ({ actor, enterpriseId }: typeof firm) =>
  perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId, anew: false }));

it("refuses a claim before its days with the day on which they open", async () => {
  on("2026-09-30");
  await expect(start(firm)).rejects.toMatchObject({
    code: "applications.claims-shut",
    params: { day: "2026-10-01", year: 2025 },
  });
});

it("pins the year rewarded, apart from the year of the claim", async () => {
  on("2026-10-01");
  const sent = await EquipmentCase.submitted(process, 32, { employees: 25 }, itemId);
  expect(await sent.row()).toMatchObject({ year: 2026, rewardedYear: 2025 });
  const reading = { tx: process.prisma, catalogue: process.catalogue };
  expect(await readClaims(reading, sent.enterpriseId)).toMatchObject([{ itemId, year: 2025 }]);
  expect(await readCaseRecord(reading, sent.id)).toMatchObject({ year: 2026, rewardedYear: 2025 });
});

it("refuses a draft whose year is over, though the next year's claims are open", async () => {
  on("2026-12-31");
  const { id } = await start(firm);
  on("2027-10-05");
  const reading = { tx: process.prisma, clock: process.clock, catalogue: process.catalogue };
  const draft = await readDraft(reading, id, firm.enterpriseId);
  expect(draftClosed(reading, draft)).toEqual({ reason: "ended", day: "2026-12-31" });
  await expect(
    perform(process, firm.actor, async (deps) =>
      submitApplication(deps, await readDraft(deps, id, firm.enterpriseId), `submit:${id}`),
    ),
  ).rejects.toMatchObject({ code: "applications.ended", params: { day: "2026-12-31" } });
  const next = await start(firm);
  expect(next.id).not.toBe(id);
  expect(await process.prisma.application.findUnique({ where: { id: next.id } })).toMatchObject({ rewardedYear: 2026 });
});

it("keeps the year of a draft that is thrown away and brought back", async () => {
  on("2027-10-06");
  const other = await ownedFirm(process, 36);
  const { id } = await start(other);
  await perform(process, other.actor, async (deps) => {
    const discarded = await discardDraft(deps, other.enterpriseId, id);
    expect(await restoreDraft(deps, other.enterpriseId, discarded)).toEqual({ id, discarded: null });
  });
  expect(await process.prisma.application.findUnique({ where: { id } })).toMatchObject({ rewardedYear: 2026 });
});

it("holds claims over New Year to be of one year", async () => {
  const { registry } = process.catalogue;
  const over: Partial<PolicyItem> = { claimFrom: { year: 0, day: "11-15" }, claimTo: { year: 1, day: "01-31" } };
  const items = registry.items.map((item) => (item.id === itemId ? { ...item, ...over } : item));
  process.catalogue = await loadCatalogue(process, {
    ...registry,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
  });
  on("2027-12-20");
  const other = await ownedFirm(process, 33);
  const begun = await start(other);
  on("2028-01-10");
  expect(await start(other)).toMatchObject({ id: begun.id, state: "draft" });
});
