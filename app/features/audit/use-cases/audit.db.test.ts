import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { auditFilterOf } from "../audit.schema";
import { exportAudit } from "./export-audit.server";
import { writeTogether } from "~/platform/write-rows.server";
import { eventInsertion } from "../adapters/audit.repository.server";
import { bare, count, fen, written } from "../domain/fields";
import { recorderOf, type AuditEntry } from "./record-audit.server";
import { searchAudit } from "./search-audit.server";

const audited = {
  "budget.granted": written({ after: z.strictObject({ fen, year: count }) }),
  "pool.funded": written({ after: z.strictObject({ fen }) }),
  "session.closed": bare,
};
const recordAudit = recorderOf(audited);

let process: TestProcess;
const system = { kind: "system", name: "worker" } as const;
const search = (query: string, perPage = 50) =>
  searchAudit(process.prisma, auditFilterOf(`https://hqt.example.com/audit?${query}`), perPage);

beforeAll(async () => {
  process = await testProcess(new Date("2026-11-23T15:59:59Z"));
  const { id } = await process.prisma.user.create({
    data: { loginName: "herons", displayName: "白鹭", passwordHash: "-", createdAt: process.clock.now() },
  });
  const write = (action: string, subjectId: string) =>
    perform(process, system, ({ tx, clock }) =>
      writeTogether(
        tx,
        eventInsertion([
          {
            at: clock.now(),
            actorRole: "system:worker",
            action,
            subjectType: "user",
            subjectId,
            before: { note: "=1+1" },
            after: { note: "新" },
          },
        ]),
      ),
    );
  await write("session.opened", id);
  process.clock.set(new Date("2026-11-23T16:00:00Z"));
  await write("session.refused", "unknown");
  await write("user.disabled", id);
});
afterAll(() => process.close());

describe("audit log", () => {
  it("is paged by id, newest first, without gap or repeat", async () => {
    const first = await search("", 2);
    expect(first.lines.map(({ action }) => action)).toEqual(["user.disabled", "session.refused"]);
    const second = await search(`before=${first.next}`, 2);
    expect(second.lines.map(({ action }) => action)).toEqual(["session.opened"]);
    expect(second.next).toBeNull();
  });

  it.each([
    ["action=session", ["session.refused", "session.opened"]],
    ["subject=herons", ["user.disabled", "session.opened"]],
    ["subject=unknown", ["session.refused"]],
    ["from=2026-11-24", ["user.disabled", "session.refused"]],
    ["to=2026-11-23", ["session.opened"]],
    ["actor=nobody", []],
    ["from=nonsense&action=user", ["user.disabled"]],
  ])("%s finds what it says; days are those of Shanghai", async (query, actions) => {
    expect((await search(query)).lines.map(({ action }) => action)).toEqual(actions);
  });

  it("shows before and after, and the person as subject by name", async () => {
    const [line] = (await search("action=user.disabled")).lines;
    expect(line).toMatchObject({ subject: "herons", actor: null, actorRole: "system:worker" });
    expect(JSON.parse(line?.before ?? "")).toEqual({ note: "=1+1" });
  });

  it.each([
    [
      "an action that nobody knows",
      { action: "user.vanished", subject: { type: "user", id: "1" } },
      "no such audit action: user.vanished",
    ],
    [
      "a payload that lacks something",
      { action: "budget.granted", subject: { type: "envelope", id: "1" }, after: { fen: "1" } },
      "audit payload of budget.granted: after.year",
    ],
    [
      "a payload that says more",
      { action: "session.closed", subject: { type: "user", id: "1" }, after: { note: "-" } },
      "audit payload of session.closed",
    ],
    [
      "a sum that is no whole fen",
      { action: "pool.funded", subject: { type: "envelope", id: "1" }, after: { fen: "1.5" } },
      "audit payload of pool.funded: after.fen",
    ],
  ])("takes no %s, and undoes the deed with it", async (_, entry, message) => {
    const before = await process.prisma.auditEvent.count();
    const deed = perform(process, system, async (deps) => {
      await deps.tx.user.update({ where: { loginName: "herons" }, data: { displayName: "苍鹭" } });
      await recordAudit(deps, entry as AuditEntry<typeof audited>);
    });
    await expect(deed).rejects.toThrow(message);
    expect(await process.prisma.auditEvent.count()).toBe(before);
    expect(await process.prisma.user.findUniqueOrThrow({ where: { loginName: "herons" } })).toMatchObject({
      displayName: "白鹭",
    });
  });

  it("can't be changed or shortened by the application", async () => {
    await expect(process.prisma.auditEvent.deleteMany({})).rejects.toThrow();
    await expect(process.prisma.auditEvent.updateMany({ data: { action: "nothing" } })).rejects.toThrow();
  });

  it("exports what the filter finds, and writes the export down", async () => {
    const csv = await perform(process, system, (deps) =>
      exportAudit(deps, auditFilterOf("https://hqt.example.com/audit?action=session")),
    );
    expect(csv.split("\r\n").filter((line) => line.includes("session."))).toHaveLength(2);
    expect((await search("action=audit.exported")).lines).toMatchObject([{ action: "audit.exported" }]);
  });
});
