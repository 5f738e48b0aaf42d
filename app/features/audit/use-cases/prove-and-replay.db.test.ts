import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAccounts } from "#prisma/seed/seed-accounts";
import { seedAudit } from "#prisma/seed/seed-audit";
import { seedCases } from "#prisma/seed/seed-cases";
import { seedFirms } from "#prisma/seed/seed-firms";
import { proveCase } from "~/features/applications/use-cases/prove-case.server";
import { replayCase } from "~/features/redemption/use-cases/replay-case.server";
import { perform } from "~/platform/transact.server";
import { withClient } from "../../../../scripts/lib/database.mjs";
import { forgedProofs, rewrittenProof } from "../testing/forged-proofs";
import type { Proof } from "./read-proof.server";
import { readSeal } from "./read-seals.server";
import { sealLog } from "./seal-log.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };
type Words = { zh: string; en: string };
type Verifier = {
  verifyProof(
    text: string,
    root: string | null,
  ): Promise<{ valid: boolean; verdict: Words; checks: ({ ok: boolean } & Words)[] }>;
};

const system = { kind: "system", name: "worker" } as const;
const now = new Date("2026-11-24T02:00:00Z");
let process: TestProcess;
let verifier: Verifier;

beforeAll(async () => {
  process = await testProcess(now);
  const firms = await seedFirms(process.prisma, process.catalogue, { firms: 30, seed: 1, now });
  await seedAccounts(process.prisma, firms, { seed: 1, now });
  await seedCases(process.prisma, process.catalogue, firms, {
    applications: 40,
    seed: 1,
    key: Buffer.alloc(32, 7),
    now,
  });
  await seedAudit(process.prisma);
  // The script a firm opens without any server; it names itself on the global object.
  await import("../../../../public/verify-proof.js" as string);
  verifier = (globalThis as unknown as { huiqitong: Verifier }).huiqitong;
});
afterAll(() => process.close());

describe("a case decided once more", () => {
  it("gives the same in every state, bit for bit", async () => {
    const rows = await process.prisma.application.findMany({
      distinct: ["state", "machineId"],
      where: { number: { not: null } },
    });
    expect(rows.length).toBeGreaterThan(6);
    for (const { id, state } of rows) expect((await replayCase(process.prisma, id)).differences, state).toEqual([]);
  });

  it("tells a changed sum, a changed figure and a changed step", async () => {
    const { id } = await process.prisma.application.findFirstOrThrow({
      where: { state: "closed", submissions: { some: { kind: "submit" } } },
    });
    const parts = async () => new Set((await replayCase(process.prisma, id)).differences.map(({ part }) => part));
    await process.prisma.application.update({ where: { id }, data: { claimedFen: { increment: 1n } } });
    expect(await parts()).toEqual(new Set(["amount"]));
    await process.prisma.application.update({ where: { id }, data: { claimedFen: { decrement: 1n } } });
    const one = { applicationId_seq: { applicationId: id, seq: 1 } };
    const { frozen } = await process.prisma.caseSubmission.findUniqueOrThrow({ where: one });
    const before = frozen as { facts: Record<string, unknown> };
    const changed = { ...before, facts: { ...before.facts, employees: 1 } };
    await withClient(process.ownerUrl, async (client: Client) => {
      await client.query("SET session_replication_role = replica");
      await client.query(`UPDATE "CaseSubmission" SET frozen = $2 WHERE "applicationId" = $1`, [id, changed]);
    });
    expect(await parts()).toContain("facts");
  });
});

describe("the proof of a case", () => {
  let proof: Proof;
  let published: string;
  beforeAll(async () => {
    const { id, enterpriseId } = await process.prisma.application.findFirstOrThrow({ where: { state: "payment" } });
    await perform(process, system, sealLog);
    proof = await perform(process, system, (deps) => proveCase(deps, id, enterpriseId));
    published = JSON.stringify(await readSeal(process.prisma, proof.seal?.number ?? 0));
  });

  it("is confirmed without the server, alone and against the published root", async () => {
    expect(await verifier.verifyProof(JSON.stringify(proof), null)).toMatchObject({ valid: true });
    expect(await verifier.verifyProof(JSON.stringify(proof), published)).toMatchObject({ valid: true });
  });

  it("holds no longer once anything of it is forged, and the reason is told", async () => {
    for (const { name, text, zh, en } of forgedProofs(proof)) {
      const { valid, checks } = await verifier.verifyProof(text, null);
      expect(valid, name).toBe(false);
      expect(
        checks.filter(({ ok }) => !ok),
        name,
      ).toContainEqual({ ok: false, zh, en: expect.stringContaining(en) as string });
    }
  });

  it("written anew as a whole is told by the published root alone", async () => {
    const { valid, verdict } = await verifier.verifyProof(rewrittenProof(proof), null);
    expect({ valid, verdict: verdict.zh }).toEqual({ valid: true, verdict: "证明有效，请再比对公布的根" });
    const compared = await verifier.verifyProof(rewrittenProof(proof), published);
    expect(compared.checks.filter(({ ok }) => !ok).map(({ zh }) => zh)).toEqual(["与公布的根不一致"]);
  });

  it.each([
    ["not JSON", "%PDF-1.4", "这个文件不是 JSON 文件，不是办件证明"],
    ["nothing", "", "这个文件不是 JSON 文件，不是办件证明"],
    ["other JSON", "[1]", "这个文件不是办件证明：没有办件证明的格式标记"],
    ["null", "null", "这个文件不是办件证明：没有办件证明的格式标记"],
    ["half a proof", '{"format":"huiqitong-audit-proof/1","events":[null]}', "证明文件不完整，请重新下载"],
  ])("%s is no proof, and that is told", async (_, text, zh) => {
    const { valid, checks } = await verifier.verifyProof(text, null);
    expect({ valid, told: checks.map((check) => check.zh) }).toEqual({ valid: false, told: [zh] });
  });

  it("a root file that is none is told", async () => {
    const { checks } = await verifier.verifyProof(JSON.stringify(proof), "no root");
    expect(checks.filter(({ ok }) => !ok).map(({ zh }) => zh)).toEqual(["所选的根文件不是公布的审计根"]);
  });

  it("is checked from the command line, which ends with 1 for a forged one", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-proof-"));
    const checked = (...texts: string[]) => {
      const files = texts.map((_, index) => path.join(folder, `${index}.json`));
      files.forEach((file, index) => writeFileSync(file, texts[index] ?? ""));
      const { status, stdout } = spawnSync(
        globalThis.process.execPath,
        ["scripts/audit-verify.mjs", ...files, "--json"],
        { encoding: "utf8" },
      );
      const { valid } = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as { valid: boolean };
      return { status, valid, stdout };
    };
    try {
      expect(checked(JSON.stringify(proof))).toMatchObject({ status: 0, valid: true });
      expect(checked(JSON.stringify(proof), published)).toMatchObject({ status: 0, valid: true });
      expect(checked(rewrittenProof(proof), published)).toMatchObject({
        status: 1,
        valid: false,
        stdout: expect.stringContaining("WRONG  与公布的根不一致") as string,
      });
      for (const { text, zh, name } of forgedProofs(proof))
        expect(checked(text), name).toMatchObject({
          status: 1,
          valid: false,
          stdout: expect.stringContaining(`WRONG  ${zh}`) as string,
        });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is for the firm alone", async () => {
    const { id } = await process.prisma.application.findFirstOrThrow({ where: { state: "payment" } });
    await expect(
      perform(process, system, (deps) => proveCase(deps, id, "00000000-0000-0000-0000-000000000000")),
    ).rejects.toMatchObject({ status: 404 });
  });
});
