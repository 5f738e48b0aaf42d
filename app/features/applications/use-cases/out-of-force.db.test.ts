import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readItemMatch } from "~/features/matching/use-cases/read-item-match.server";
import { readMatches } from "~/features/matching/use-cases/read-matches.server";
import { readReport } from "~/features/matching/use-cases/read-report.server";
import { rematchEnterprise } from "~/features/matching/use-cases/rematch-enterprise.server";
import type { Validity } from "~/features/policies/domain/policy-item";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { EquipmentCase, equipmentItem } from "../testing/equipment-case";
import { ownedFirm } from "../testing/owned-firm";
import { draftClosed, readDraft } from "./read-draft.server";
import { startDraft } from "./start-draft.server";
import { submitApplication } from "./submit-application.server";

let process: TestProcess;
let sent: EquipmentCase;
let firm: Awaited<ReturnType<typeof ownedFirm>>;
let draftId: string;
let files: TestProcess["catalogue"]["registry"];

beforeAll(async () => {
  process = await testProcess();
  files = process.catalogue.registry;
  sent = await EquipmentCase.submitted(process, 21);
  firm = await ownedFirm(process, 22);
  draftId = await begin(firm);
});
afterAll(() => process.close());

/** The equipment item's document as it stands now; undefined: nobody has looked it up. */
async function known(validity: Validity | undefined): Promise<void> {
  const items = files.items.map((item) =>
    item.id === equipmentItem ? { ...item, document: { ...item.document, validity } } : item,
  );
  process.catalogue = await loadCatalogue(process, {
    ...files,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
  });
}

async function begin({ actor, enterpriseId }: typeof firm): Promise<string> {
  const start = { enterpriseId, itemId: equipmentItem, anew: false };
  return (await perform(process, actor, (deps) => startDraft(deps, start))).id;
}
const submit = () =>
  perform(process, firm.actor, async (deps) =>
    submitApplication(deps, await readDraft(deps, draftId, firm.enterpriseId), `submit:${draftId}`),
  );
const reading = () => ({ tx: process.prisma, clock: process.clock, catalogue: process.catalogue });
const closed = async () => draftClosed(reading(), await readDraft(reading(), draftId, firm.enterpriseId));

describe("a document that was replaced", () => {
  beforeAll(() =>
    known({
      known: "stated",
      basis: "新文件已印发。",
      change: { kind: "replaced", by: "新文件", on: "2026-11-01" },
      checkedOn: "2026-11-20",
      sources: ["新文件"],
    }),
  );

  it("takes no new application, and an open draft says why it can't be sent", async () => {
    expect(await closed()).toEqual({ reason: "expired" });
    await expect(submit()).rejects.toMatchObject({ code: "applications.expired" });
    const other = await ownedFirm(process, 23);
    await expect(begin(other)).rejects.toMatchObject({ code: "applications.not-offered" });
  });

  it("leaves a case that was received before with its version and its promise", async () => {
    const before = await sent.row();
    await sent.recommend();
    await sent.step("two", "APPROVE");
    expect(await sent.row()).toMatchObject({
      itemVersionId: before.itemVersionId,
      promisedOn: before.promisedOn,
      // 10 % of 3,500,000 yuan, times 1.1 for a firm rated A
      approvedFen: 38_500_000n,
    });
  });

  it("is neither offered nor doubtful", async () => {
    const { matches, doubtful } = await readMatches(reading(), firm.enterpriseId);
    expect([...matches, ...doubtful].map(({ item }) => item.id)).not.toContain(equipmentItem);
  });
});

describe("a document that nobody has looked up", () => {
  beforeEach(() => known(undefined));

  it("is matched and shown apart, without a sum, and is not pushed", async () => {
    const { matches, doubtful } = await readMatches(reading(), firm.enterpriseId);
    expect(matches.map(({ item }) => item.id)).not.toContain(equipmentItem);
    const apart = doubtful.find(({ item }) => item.id === equipmentItem);
    expect(apart).toMatchObject({ verdict: "unknown", state: "unconfirmed" });
    expect(apart).not.toHaveProperty("fen");
    await perform(process, { kind: "system", name: "worker" }, (deps) =>
      rematchEnterprise(deps, firm.enterpriseId, { kind: "nightly", ref: null }),
    );
    const told = await process.prisma.match.findMany({ where: { enterpriseId: firm.enterpriseId } });
    expect(told.map(({ itemId }) => itemId)).not.toContain(equipmentItem);
    expect(told.length).toBeGreaterThan(0);
  });

  it("has its conditions on the firm's page and no sum there, nor in the report", async () => {
    const match = await perform(process, firm.actor, (deps) =>
      readItemMatch(deps, firm.enterpriseId, equipmentItem, "zh"),
    );
    expect(match).toMatchObject({ state: "unconfirmed", offered: false, department: "马鞍山市经济和信息化局" });
    expect(match.explanation).not.toBeNull();
    expect(match.sum).toEqual({ fen: null, trace: [] });
    const report = await readReport(reading(), firm.enterpriseId, "zh");
    const line = report.doubtful.find(({ id }) => id === equipmentItem);
    expect(line).toEqual({
      id: equipmentItem,
      title: "演示·技改设备补助（300万元以上档）",
      department: "马鞍山市经济和信息化局",
      verdict: "unknown",
      state: "unconfirmed",
    });
    for (const list of [report.owed, report.open, report.close, report.never])
      expect(list.map(({ id }) => id)).not.toContain(equipmentItem);
  });

  it("keeps an open draft until somebody confirms it", async () => {
    expect(await closed()).toEqual({ reason: "doubtful" });
    await expect(submit()).rejects.toMatchObject({ code: "applications.doubtful" });
    await known({
      known: "confirmed",
      basis: "主管部门来函：继续执行。",
      confirmed: { by: "市经济和信息化局", on: "2026-11-23", source: "函" },
      checkedOn: "2026-11-23",
      sources: ["函"],
    });
    expect(await closed()).toBeNull();
    await expect(submit()).rejects.toMatchObject({ code: "applications.incomplete" });
  });
});
