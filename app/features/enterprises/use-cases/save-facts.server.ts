import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { actorId } from "~/features/identity/domain/actor";
import { Refusal } from "~/kernel/refusal";
import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { keepSize, replaceStatements, type Statement } from "../adapters/enterprise.repository.server";
import { readProfile } from "./read-profile.server";

/**
 * Writes what is now said about a firm, keeps the earlier statements, and has the firm matched anew.
 * @throws Refusal `enterprises.fact-not-of-profile` (422) for a fact that belongs to one application
 */
export async function saveFacts(deps: Deps, enterpriseId: string, statements: readonly Statement[]): Promise<void> {
  const { facts } = deps.catalogue.registry;
  const stranger = statements.find(({ fact }) => (facts.get(fact)?.scope ?? "case") === "case");
  if (stranger) throw new Refusal("enterprises.fact-not-of-profile", 422, { fact: stranger.fact });
  await replaceStatements(deps.tx, enterpriseId, statements, { by: actorId(deps.actor), at: deps.clock.now() });
  const profile = await readProfile(deps, enterpriseId);
  const size = profile.facts["size"];
  await keepSize(deps.tx, enterpriseId, typeof size === "string" ? size : null);
  await recordAudit(deps, {
    action: "profile.stated",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: statements.map(({ fact, year, value, source }) => ({ fact, year, value, source })) as Prisma.InputJsonValue,
  });
  await enqueue(deps, { topic: "rematch-enterprise", payload: { enterpriseId, reason: { kind: "profile", ref: statements[0]?.fact ?? null } } });
}
