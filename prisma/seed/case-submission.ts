import { bindingCheck, engineName, engineVersion } from "~/features/matching/use-cases/check-binding.server";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { contentHash } from "~/platform/content-hash.server";
import type { Prisma } from "~/generated/prisma/client";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay } from "~/kernel/plain-date";
import type { materialRows, Context } from "./case-rows";
import type { DemoCase } from "./demo-case";

type HandedIn = {
  id: string;
  applicationId: string;
  at: Date;
  materials: ReturnType<typeof materialRows>;
  context: Context;
};

/** What was handed in: facts, files, account. */
export function submissionRow(
  { published, facts, fen, firm }: DemoCase,
  { id, applicationId, at, materials, context }: HandedIn,
): Prisma.CaseSubmissionCreateManyInput {
  const account = context.accountOf.get(firm.id);
  return {
    id,
    applicationId,
    seq: 1,
    kind: published.redemption.workflow === "applyFree" ? "listed" : "submit",
    at,
    frozen: { facts, records: [], received: [], asOf: shanghaiDay(at) } as Prisma.InputJsonValue,
    ruleFen: fen,
    materials: materials.map(({ id: material, name, fileName, fileHash, mimeType }) => ({
      id: material,
      name,
      fileName,
      fileHash,
      mimeType,
    })),
    ...(account && { account: { holder: account.holder, bankName: account.bankName, lastFour: account.lastFour } }),
    pledged: true,
  };
}

/** The check as the submission would have made and stored it. */
export async function ruleCheckRow(
  { published, facts, fen }: DemoCase,
  applicationId: string,
  at: Date,
): Promise<Prisma.RuleCheckCreateManyInput> {
  const today = shanghaiDay(at);
  const binding = await bindingCheck(published.item, facts, today);
  const trace = JSON.parse(canonicalJson(binding)) as Prisma.InputJsonValue;
  const fastVerdict = evaluateCondition(published.item.conditions, facts, today);
  return {
    applicationId,
    submission: 1,
    moment: "submit",
    engine: engineName,
    engineVersion,
    itemVersionId: published.versionId,
    factsHash: contentHash(facts),
    result: binding.result,
    fastVerdict,
    trace,
    amountFen: fen,
    at,
  };
}
