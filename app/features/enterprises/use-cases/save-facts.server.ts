import { recordAudit } from "~/features/enterprises/audited.server";
import { actorId } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { enqueueAll } from "~/platform/outbox.server";
import {
  currentRecords,
  keepSizes,
  replaceStatements,
  type FirmStatements,
  type Statement,
} from "../adapters/enterprise.repository.server";
import { readFirmsById } from "../adapters/register.repository.server";
import { baseFacts, isVerified, profileFacts } from "../domain/profile";

/**
 * Writes what is now said about a firm, keeps the earlier statements, and has the firm matched anew. What an authority has
 * verified stays as it is, whatever the firm says.
 * @throws Refusal `enterprises.fact-not-of-profile` (422) for a fact that belongs to one application, `enterprises.not-found` (404)
 */
export async function saveFacts(deps: Deps, enterpriseId: string, statements: readonly Statement[]): Promise<void> {
  const today = shanghaiDay(deps.clock.now());
  const verified = (await currentRecords(deps.tx, enterpriseId)).filter((record) => isVerified(record, today));
  const isFixed = ({ fact, year }: Statement) => verified.some((each) => each.fact === fact && each.year === year);
  const open = statements.filter((each) => each.source !== "declared" || !isFixed(each));
  if (open.length > 0) await saveFactsOfFirms(deps, [{ enterpriseId, statements: open }]);
}

/** The same for many firms with a few queries. @throws as `saveFacts` */
export async function saveFactsOfFirms(deps: Deps, ofFirms: readonly FirmStatements[]): Promise<void> {
  const { facts } = deps.catalogue.registry;
  const stranger = ofFirms
    .flatMap(({ statements }) => statements)
    .find(({ fact }) => (facts.get(fact)?.scope ?? "case") === "case");
  if (stranger) throw new Refusal("enterprises.fact-not-of-profile", 422, { fact: stranger.fact });
  await replaceStatements(deps.tx, ofFirms, { by: actorId(deps.actor), at: deps.clock.now() });
  await keepSizesOf(
    deps,
    ofFirms.map(({ enterpriseId }) => enterpriseId),
  );
  for (const { enterpriseId, statements } of ofFirms) {
    await recordAudit(deps, {
      action: "profile.stated",
      subject: { type: "enterprise", id: enterpriseId },
      enterpriseId,
      after: statements.map(({ fact, year, value, source }) => ({ fact, year, value, source })),
    });
  }
  await enqueueAll(
    deps,
    ofFirms.map(({ enterpriseId, statements }) => ({
      topic: "rematch-enterprise",
      payload: { enterpriseId, reason: { kind: "profile", ref: statements[0]?.fact ?? null } },
    })),
  );
}

/** Has these firms classed anew by their figures. @throws Refusal `enterprises.not-found` (404) */
export async function keepSizesOf(deps: Deps, ids: readonly string[]): Promise<void> {
  await keepSizes(deps.tx, await sizesOf(deps, ids));
}

async function sizesOf(deps: Deps, ids: readonly string[]): Promise<{ id: string; size: string | null }[]> {
  const firms = await readFirmsById(deps.tx, ids);
  if (firms.length < ids.length) throw new Refusal("enterprises.not-found", 404);
  const today = shanghaiDay(deps.clock.now());
  return firms.map(({ enterprise, records }) => {
    const { size } = profileFacts(records, baseFacts(enterprise), today, deps.catalogue.registry.facts);
    return { id: enterprise.id, size: typeof size === "string" ? size : null };
  });
}
