import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedAudit } from "#prisma/seed/seed-audit";
import { seedCases } from "#prisma/seed/seed-cases";
import { seedFirms } from "#prisma/seed/seed-firms";
import { proveCase } from "~/features/applications/use-cases/prove-case.server";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import { perform } from "~/platform/transact.server";
import { sealLog } from "./seal-log.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

type Verifier = { verifyProof(text: string, root: string | null): Promise<{ valid: boolean; lines: string[] }> };

const system = { kind: "system", name: "worker" } as const;
const now = new Date("2026-11-24T02:00:00Z");
let process: TestProcess;
let verifier: Verifier;

beforeAll(async () => {
  process = await testProcess(now);
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 30, seed: 1 });
  await seedAccounts(process.prisma, firms, { seed: 1, now });
  await seedCases(process.prisma, process.catalogue, firms, { applications: 40, seed: 1, key: Buffer.alloc(32, 7), now });
  await seedAudit(process.prisma);
  // The script a firm opens without any server; it names itself on the global object.
  await import("../../../../public/verify-proof.js" as string);
  verifier = (globalThis as unknown as { huiqitong: Verifier }).huiqitong;
});
afterAll(() => process.close());

describe("a case decided once more", () => {
  it("gives the same in every state, bit for bit", async () => {
    const rows = await process.prisma.application.findMany({ distinct: ["state", "machineId"], where: { number: { not: null } } });
    expect(rows.length).toBeGreaterThan(6);
    for (const { id, state } of rows) expect((await replayCase(process.prisma, id)).differences, state).toEqual([]);
  });

  it("tells a changed sum, a changed figure and a changed step", async () => {
    const { id, profileSnapshot } = await process.prisma.application.findFirstOrThrow({ where: { state: "closed" } });
    const parts = async () => new Set((await replayCase(process.prisma, id)).differences.map(({ part }) => part));
    await process.prisma.application.update({ where: { id }, data: { claimedFen: { increment: 1n } } });
    expect(await parts()).toEqual(new Set(["amount"]));
    await process.prisma.application.update({ where: { id }, data: { claimedFen: { decrement: 1n } } });
    const frozen = profileSnapshot as { facts: Record<string, unknown> };
    await process.prisma.application.update({ where: { id }, data: { profileSnapshot: { ...frozen, facts: { ...frozen.facts, employees: 1 } } as object } });
    expect(await parts()).toContain("facts");
  });
});

describe("the proof of a case", () => {
  it("is confirmed without the server, and no longer once a word of it is changed", async () => {
    const { id, enterpriseId } = await process.prisma.application.findFirstOrThrow({ where: { state: "payment" } });
    await perform(process, system, sealLog);
    const proof = JSON.stringify(await perform(process, system, (deps) => proveCase(deps, id, enterpriseId)));
    expect(await verifier.verifyProof(proof, null)).toMatchObject({ valid: true });
    const forged = proof.replace(/"at":"2026-0?(\d)/, '"at":"2025-0$1');
    expect(forged).not.toBe(proof);
    expect(await verifier.verifyProof(forged, null)).toMatchObject({ valid: false });
    const { events, ...rest } = JSON.parse(proof) as { events: unknown[] };
    expect(await verifier.verifyProof(JSON.stringify({ ...rest, events: events.toSpliced?.(1, 1) ?? events.slice(1) }), null)).toMatchObject({ valid: false });
  });

  it("is for the firm alone", async () => {
    const { id } = await process.prisma.application.findFirstOrThrow({ where: { state: "payment" } });
    await expect(perform(process, system, (deps) => proveCase(deps, id, "00000000-0000-0000-0000-000000000000"))).rejects.toMatchObject({ status: 404 });
  });
});
