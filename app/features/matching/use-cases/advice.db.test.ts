import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedFirms } from "#prisma/seed/seed-firms";
import { answerQuestion } from "~/features/enterprises/use-cases/answer-question.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { readInterviewState } from "../domain/advice/interview-state";
import { readInterview } from "./interview.server";
import { readReport } from "./read-report.server";

let process: TestProcess;
let enterpriseId = "";
beforeAll(async () => {
  process = await testProcess();
  const [flagship] = await seedFirms(process.prisma, process.catalogue, {
    firms: 1,
    seed: 1,
    now: process.clock.now(),
  });
  enterpriseId = flagship?.id ?? "";
});
afterAll(() => process.close());

const reading = () => ({ ...process, tx: process.prisma });
const start = readInterviewState(new URLSearchParams());

describe("a provincial specialised and new firm", () => {
  it("is owed what each text says, two trials of a project 100,000 yuan together, and the report's lines add up", async () => {
    const report = await readReport(reading(), enterpriseId, "zh");
    const fen = (...ids: string[]) =>
      report.owed.filter(({ id }) => ids.includes(id)).reduce((sum, { countedFen }) => sum + (countedFen ?? 0n), 0n);
    expect(fen("zone-more-014"), "the title").toBe(20_000_000n);
    expect(fen("zone-more-001"), "10 % of the 800,000 by which its research grew").toBe(8_000_000n);
    expect(fen("zone-claims-001", "zone-claims-002", "zone-claims-005"), "30,000, 5,000 and 100,000").toBe(13_500_000n);
    expect(fen("zone-claims-006", "zone-claims-007"), "60,000 twice, together at most 100,000").toBe(10_000_000n);
    const cash = report.owed.filter(({ nature }) => nature === "cash");
    expect(report.totals.cashFen).toBe(fen(...cash.map(({ id }) => id)));
    const everywhere = [report.owed, report.open, report.close, report.never, report.doubtful].flatMap((lines) =>
      lines.map(({ id }) => id),
    );
    expect(new Set(everywhere).size).toBe(everywhere.length);
  });
  it("would gain by the next title only the difference to this one, for both are of one group", async () => {
    const { close } = await readReport(reading(), enterpriseId, "zh");
    // 500,000 yuan for a little giant, less the 200,000 of the title it has
    const next = close.find(({ title }) => title === "演示·国家级小巨人奖励");
    expect([next?.fen, next?.gainFen]).toEqual([50_000_000n, 30_000_000n]);
  });
});

describe("an interview", () => {
  it("asks about the firm alone, and an answer leaves less open", async () => {
    const before = await readInterview(reading(), enterpriseId, start);
    const asked = before.question?.name ?? "";
    expect(process.catalogue.registry.facts.get(asked)?.scope).not.toBe("case");
    expect(before.reason?.count).toBeGreaterThan(0);
    const skipped = await readInterview(reading(), enterpriseId, { ...start, skipped: [asked] });
    expect(skipped.question?.name).not.toBe(asked);
    const none = firstAnswer(before.question);
    await process.prisma.$transaction((tx) =>
      answerQuestion({ ...process, tx, actor: { kind: "system", name: "seed" } }, enterpriseId, asked, none),
    );
    const after = await readInterview(reading(), enterpriseId, start);
    expect(after.open).toBeLessThan(before.open);
    expect(after.question?.name).not.toBe(asked);
    expect((await readInterview(reading(), enterpriseId, { ...start, at: asked })).question).toMatchObject({
      name: asked,
      said: none,
    });
  });
});

/** Some answer that a question takes: its first choice, no, or nothing. */
function firstAnswer(question: Awaited<ReturnType<typeof readInterview>>["question"]): string {
  return question?.values?.[0]?.value ?? (question?.type === "boolean" ? "false" : "0");
}
