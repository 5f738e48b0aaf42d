import { createHash } from "node:crypto";
import { readYear } from "~/features/applications/use-cases/read-year.server";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { canonicalJson } from "~/kernel/canonical-json";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { proofOf } from "../domain/letterhead";
import { statementPaper, statementSums } from "../domain/statement";
import { issueDocument, type Issuing } from "./issue-document.server";

/** The first year the platform has anything of. */
export const firstYear = 2025;

/**
 * A firm's statement of a year. Where nothing has changed since the last one, that one stays.
 * @throws Refusal `documents.year-wrong` (422)
 */
export async function makeStatement(deps: Deps & Issuing, enterpriseId: string, year: number): Promise<{ id: string }> {
  const now = deps.clock.now();
  const day = shanghaiDay(now);
  if (!Number.isInteger(year) || year < firstYear || year > yearOf(day)) throw new Refusal("documents.year-wrong", 422);
  const { enterprise } = await readProfile(deps, enterpriseId);
  const firm = {
    name: enterprise.name,
    creditCode: enterprise.creditCode,
    region: deps.catalogue.registry.regions.get(enterprise.regionCode)?.zh ?? "",
  };
  const facts = { firm, year, lines: await yearInChinese(deps, enterpriseId, year) };
  const hash = createHash("sha256").update(canonicalJson(facts)).digest("hex");
  return issueDocument(deps, {
    orderKey: `statement:${enterpriseId}:${year}:${hash}`,
    kind: "statement",
    enterpriseId,
    applicationId: null,
    year,
    at: now,
    issuedOn: day,
    facts: { firm: firm.name, creditCode: firm.creditCode, fen: statementSums(facts).paidFen },
    write: (code) => Promise.resolve(statementPaper(facts, day, proofOf(code, deps.publicUrl, deps.isDemo).proof)),
  });
}

/** Documents are issued in Chinese. */
async function yearInChinese({ tx }: Pick<Deps, "tx">, enterpriseId: string, year: number) {
  const lines = await readYear(tx, enterpriseId, year);
  return lines.map((line) => ({ ...line, item: line.item.zh }));
}
