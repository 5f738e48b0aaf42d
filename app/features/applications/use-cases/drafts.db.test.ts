import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { discardDraft, readDiscarded, restoreDraft } from "./discard-draft.server";
import { ownedFirm } from "../testing/owned-firm";
import { readDraft } from "./read-draft.server";
import { saveFactsForm } from "~/routes/firm/firm.drafts.$id/save-facts-form.server";
import { startDraft } from "./start-draft.server";

const itemId = "zone-patent-005";
let process: TestProcess;
let actor: UserActor;
let enterpriseId: string;

beforeAll(async () => {
  process = await testProcess();
  ({ actor, enterpriseId } = await ownedFirm(process, 2));
});
afterAll(() => process.close());

const start = (anew = false, copyOf?: string) =>
  perform(process, actor, (deps) => startDraft(deps, { enterpriseId, itemId, anew, copyOf }));
const draft = (id: string) => readDraft({ ...process, tx: process.prisma }, id, enterpriseId);
const save = (id: string, values: Record<string, string>) =>
  perform(process, actor, async (deps) => saveFactsForm(deps, await readDraft(deps, id, enterpriseId), values));

describe("a draft thrown away", () => {
  it("comes back as it was, within ten minutes, and the one begun in its place can come back in turn", async () => {
    const first = await start();
    await save(first.id, { ipManagementCertified: "true" });
    await process.prisma.material.create({
      data: {
        applicationId: first.id,
        name: "认证证书",
        fileName: "a.pdf",
        fileHash: "0".repeat(64),
        mimeType: "application/pdf",
        sizeBytes: 3,
        uploadedById: actor.userId,
        uploadedAt: process.clock.now(),
      },
    });
    const before = await process.prisma.application.findUniqueOrThrow({
      where: { id: first.id },
      include: { materials: true },
    });
    const second = await start(true);
    expect((await draft(second.id)).answers).toEqual({});
    const { id, discarded } = await perform(process, actor, (deps) =>
      restoreDraft(deps, enterpriseId, second.discarded ?? ""),
    );
    expect(id).toBe(first.id);
    const { draftEditor: _editor, ...row } = before;
    expect(
      await process.prisma.application.findUniqueOrThrow({ where: { id }, include: { materials: true } }),
    ).toMatchObject(row);
    expect((await readDiscarded({ ...process, tx: process.prisma }, enterpriseId, discarded))?.content).toMatchObject({
      id: second.id,
    });
  });

  it("is not thrown away unread: what was saved after it was last seen stays, and the person is told", async () => {
    const { id } = await start(true);
    const { draftSavedAt } = await process.prisma.application.findUniqueOrThrow({ where: { id } });
    const seen = draftSavedAt ?? new Date(0);
    const later = { ...process, clock: { now: () => new Date(seen.getTime() + 1000) } };
    await perform(later, actor, async (deps) =>
      saveFactsForm(deps, await readDraft(deps, id, enterpriseId), {
        "was:ipManagementCertified": "",
        ipManagementCertified: "true",
      }),
    );
    await expect(perform(process, actor, (deps) => discardDraft(deps, enterpriseId, id, seen))).rejects.toMatchObject({
      code: "applications.draft-changed",
      status: 409,
    });
    await expect(
      perform(process, actor, (deps) =>
        startDraft(deps, { enterpriseId, itemId: "zone-patent-005", anew: true, seen }),
      ),
    ).rejects.toMatchObject({ code: "applications.draft-changed" });
    expect((await draft(id)).facts).toMatchObject({ ipManagementCertified: true });
    await perform(process, actor, (deps) => discardDraft(deps, enterpriseId, id, new Date(seen.getTime() + 1000)));
    expect(await process.prisma.application.count({ where: { id } })).toBe(0);
  });

  it("is gone after ten minutes, and another firm never gets it", async () => {
    const { id } = await start();
    const discarded = await perform(process, actor, (deps) => discardDraft(deps, enterpriseId, id));
    const late = { ...process, clock: { now: () => new Date(process.clock.now().getTime() + 10 * 60_000 + 1000) } };
    await expect(perform(late, actor, (deps) => restoreDraft(deps, enterpriseId, discarded))).rejects.toMatchObject({
      code: "applications.undo-over",
    });
    await expect(
      perform(process, actor, (deps) => restoreDraft(deps, "01900000-0000-7000-8000-000000000000", discarded)),
    ).rejects.toMatchObject({ code: "applications.undo-over" });
    await expect(
      perform(process, actor, (deps) => discardDraft(deps, "01900000-0000-7000-8000-000000000000", id)),
    ).rejects.toMatchObject({ status: 404 });
    expect(
      await process.prisma.auditEvent.count({ where: { action: { in: ["draft.discarded", "draft.restored"] } } }),
    ).toBeGreaterThanOrEqual(3);
  });
});

describe("saving the questions of a draft", () => {
  it("reports a field that two pages changed, keeps the stored one, and takes the second save as meant", async () => {
    const { id } = await start(true);
    await save(id, { editor: "one", "was:ipManagementCertified": "", ipManagementCertified: "true" });
    const shown = { editor: "two", "was:ipManagementCertified": "", ipManagementCertified: "false" };
    expect(await save(id, shown)).toMatchObject({
      errors: { ipManagementCertified: "problem.changedElsewhere" },
      conflicts: [{ name: "ipManagementCertified", theirs: "true" }],
      values: { ipManagementCertified: "false" },
    });
    expect((await draft(id)).facts).toMatchObject({ ipManagementCertified: true });
    expect((await save(id, { ...shown, "was:ipManagementCertified": "true" })).conflicts).toEqual([]);
    expect((await draft(id)).facts).toMatchObject({ ipManagementCertified: false });
    await save(id, { editor: "two", "was:ipManagementCertified": "false", ipManagementCertified: "" });
    expect((await draft(id)).facts).not.toHaveProperty("ipManagementCertified");
  });
});
