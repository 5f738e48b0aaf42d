import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { Catalogue } from "../domain/catalogue";
import { loadCatalogue } from "./load-catalogue.server";

const itemId = "zone-mfg-003";
let process: TestProcess;

beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

const versionsOf = (id: string) =>
  process.prisma.policyItemVersion.findMany({ where: { itemId: id }, orderBy: { number: "asc" } });

describe("publishing the catalogue", () => {
  it("writes one version of each item, and nothing when nothing has changed", async () => {
    const items = process.catalogue.registry.items.length;
    const demo = process.catalogue.registry.items.filter(({ document }) => document.demo).length;
    expect(items - demo).toBe(935);
    expect(demo).toBeGreaterThan(30);
    const before = await process.prisma.policyItemVersion.findMany({ orderBy: { id: "asc" } });
    expect(before).toHaveLength(items);
    await loadCatalogue(process, process.catalogue.registry);
    expect(await process.prisma.policyItemVersion.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await process.prisma.policyItem.count({ where: { withdrawnAt: null } })).toBe(items);
  });

  it("writes version 2 of a changed item only, and keeps version 1 as it was", async () => {
    const [first] = await versionsOf(itemId);
    const total = await process.prisma.policyItemVersion.count();
    const published = await loadCatalogue(process, changed(process.catalogue.registry));
    const versions = await versionsOf(itemId);
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(versions[0]).toEqual(first);
    expect(versions[1]?.content).toMatchObject({ id: itemId, summary: "改过的摘要" });
    expect(versions[1]?.contentHash).not.toBe(first?.contentHash);
    expect(published.byId.get(itemId)).toMatchObject({ number: 2, versionId: versions[1]?.id });
    const row = await process.prisma.policyItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(row).toMatchObject({ currentVersionId: versions[1]?.id, summary: "改过的摘要" });
    expect(await process.prisma.policyItemVersion.count()).toBe(total + 1);
    const log = await process.prisma.auditEvent.findMany({ where: { action: "policy-item.published" } });
    expect(log).toMatchObject([
      {
        subjectId: itemId,
        actorId: null,
        actorRole: "system:loader",
        before: { version: 1, contentHash: first?.contentHash },
        after: { version: 2, contentHash: versions[1]?.contentHash, endsOn: null },
      },
    ]);
  });

  it("withdraws an item that left the files and keeps its versions", async () => {
    const registry = process.catalogue.registry;
    await loadCatalogue(process, { ...registry, items: registry.items.filter(({ id }) => id !== itemId) });
    const withdrawn = await process.prisma.policyItem.findMany({
      where: { withdrawnAt: { not: null } },
      select: { id: true },
    });
    expect(withdrawn).toEqual([{ id: itemId }]);
    expect(await versionsOf(itemId)).toHaveLength(2);
  });
});

function changed(registry: Catalogue): Catalogue {
  return {
    ...registry,
    items: registry.items.map((item) => (item.id === itemId ? { ...item, summary: "改过的摘要" } : item)),
  };
}
