import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { obstaclesOf } from "../domain/draft";
import { openCount } from "../domain/drafting/open-points";
import { proposeDraft } from "./decide-policy-draft.server";
import { readClausePage } from "./clause-page.server";
import { readDraft } from "./draft-state.server";
import { readClause } from "./read-clause.server";
import { readinessOf } from "./readiness.server";
import { startPolicyDraft } from "./start-policy-draft.server";
import { settleClausePoint, takeProposals } from "./take-proposals.server";

const text = "总投资不低于5000万元的项目，按设备投资额的8%补助，最高600万元；优先支持12345件。";
let process: TestProcess;
let author: UserActor;
let id: string;

beforeAll(async () => {
  process = await testProcess();
  const { id: userId } = await process.prisma.user.create({
    data: {
      loginName: "clause-writer",
      displayName: "clause-writer",
      passwordHash: "x",
      roles: ["policyAuthor"],
      createdAt: process.clock.now(),
    },
  });
  author = {
    kind: "user",
    userId,
    loginName: "clause-writer",
    displayName: "clause-writer",
    locale: "zh",
    roles: ["policyAuthor"],
    departmentId: "city-industry",
    regionCode: "340500",
    sessionId: "s",
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["policyAuthor"], null),
    address: null,
  };
  id = await perform(process, author, (deps) =>
    startPolicyDraft({ ...deps, actor: author }, { from: "item", itemId: "zone-iii-001" }),
  );
});
afterAll(() => process.close());

const draft = () => readDraft({ tx: process.prisma }, id);
const page = () => readClausePage(process, id, "zh");
const read = async (words: string) => {
  const { version } = await draft();
  await readClause({ ...process, env: { DRAFTING_MODEL_TIMEOUT_MS: 1 } }, author, id, {
    version,
    clauses: [{ part: "pasted", text: words }],
  });
};
const take = async (proposals: string[], version?: number) => {
  const seen = version ?? (await draft()).version;
  await perform(process, author, (deps) => takeProposals({ ...deps, actor: author }, id, { version: seen, proposals }));
};
const settle = async (point: string, why: string) => {
  const { version } = await draft();
  await perform(process, author, (deps) =>
    settleClausePoint({ ...deps, actor: author }, id, { version, point, as: "nothing", why }),
  );
};
const obstacles = () =>
  perform(process, author, async (deps) => obstaclesOf(await readinessOf(deps, await readDraft(deps, id))));
const code = (of: Promise<unknown>) =>
  of.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

describe("a clause of a draft", () => {
  it("changes nothing of the item when it is read, and leaves the words without a place open", async () => {
    const before = await draft();
    await read(text);
    const after = await draft();
    expect(after.content).toEqual(before.content);
    expect(after.version).toBe(before.version + 1);
    expect(after.points.map(({ words }) => words)).toContain("12345件");
    expect(await obstacles()).toContain("points-open");
  });

  it("shows every sign of the text once, with the words of each proposal", async () => {
    const { drafted } = await page();
    expect(drafted?.stretches.map((each) => each.text).join("")).toBe(text);
    for (const { id: proposal, words } of drafted?.proposals ?? []) {
      const marked = drafted?.stretches.filter(({ proposals }) => proposals.includes(proposal)) ?? [];
      expect(marked.map((each) => each.text).join("")).toBe(words.replaceAll("…", ""));
    }
  });

  it("shows what must hold together and what is enough alone", async () => {
    await read("营业收入首次达到2亿元、6亿元的，分别奖励10万元、30万元。");
    const { drafted } = await page();
    const [rule] = drafted?.proposals.flatMap((each) => (each.rule ? [each.rule] : [])) ?? [];
    expect(rule).toMatchObject({ kind: "any", children: [{ kind: "all" }, { kind: "all" }] });
    await read(text);
  });

  it("puts what is ticked into the item and leaves what is not as open points", async () => {
    const { drafted } = await page();
    const amount = drafted?.proposals.find(({ kind }) => kind === "amount");
    await take([amount?.id ?? ""]);
    const { content, points } = await draft();
    expect(content.amount).toMatchObject({
      kind: "percent",
      percent: 8,
      capYuan: 6_000_000,
      base: "equipmentInvestment",
    });
    expect(JSON.stringify(content.conditions)).not.toContain("50000000");
    expect(points.some(({ kind, words }) => kind === "proposal" && words.includes("5000万元"))).toBe(true);
  });

  it("refuses an older version, and a draft without a text", async () => {
    expect(await code(take([], 1))).toBe("workbench.changed");
    const other = await perform(process, author, (deps) =>
      startPolicyDraft({ ...deps, actor: author }, { from: "item", itemId: "zone-iii-002" }),
    );
    const taking = perform(process, author, (deps) =>
      takeProposals({ ...deps, actor: author }, other, { version: 1, proposals: [] }),
    );
    expect(await code(taking)).toBe("workbench.clause-empty");
    expect(await code(read("   "))).toBe("workbench.clause-empty");
    expect(await code(read("字".repeat(6001)))).toBe("workbench.clause-long");
  });

  it("lets points be settled once, with a word why, and is no obstacle then", async () => {
    const [first, ...rest] = (await draft()).points;
    expect(await code(settle(first?.id ?? "", " "))).toBe("workbench.reason-missing");
    await settle(first?.id ?? "", "与规则无关");
    expect(await code(settle(first?.id ?? "", "再说一次"))).toBe("workbench.point-settled");
    const proposing = perform(process, author, async (deps) => {
      const { version } = await readDraft(deps, id);
      await proposeDraft({ ...deps, actor: author }, { id, version });
    });
    expect(await code(proposing)).toMatch(/^workbench\.obstacle-/);
    for (const { id: point } of rest) await settle(point, "按原文，另有规定");
    expect(openCount((await draft()).points)).toBe(0);
    expect(await obstacles()).not.toContain("points-open");
  });

  it("keeps what was settled when the same text is read again", async () => {
    await read(text);
    expect(openCount((await draft()).points)).toBe(0);
  });

  it("is in the audit log, step by step", async () => {
    const entries = await process.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    const actions = entries.map(({ action }) => action);
    for (const action of ["policy-draft.clause-read", "policy-draft.clause-taken", "policy-draft.point-settled"])
      expect(actions).toContain(action);
  });
});
