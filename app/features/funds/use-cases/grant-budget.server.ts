import { recordAudit } from "~/features/funds/audited.server";
import { actorId } from "~/access/actor";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addEnvelope, findEnvelope } from "../adapters/envelope.repository.server";
import { isPosted, lockEnvelopes, post } from "../adapters/ledger.repository.server";
import { isOrderSum } from "../domain/budget-order";

export type Grant = {
  documentId: string;
  year: number;
  fen: Fen;
  idempotencyKey: string;
  /** the county that bears a part; left out for the authority that issued the document */
  countyCode?: string;
};

/**
 * Puts money into the envelope of a document, year and authority; the first grant makes the envelope. The same key grants
 * once. A person grants the money of the own treasury alone.
 * @throws Refusal `policies.not-found` (404), `funds.order-sum` (422), `request.forbidden` (403)
 */
export async function grantBudget(
  deps: Deps,
  { documentId, year, fen, idempotencyKey, countyCode }: Grant,
): Promise<void> {
  const item = deps.catalogue.items.find(
    (each) => deps.catalogue.registry.documentIdOf(each.item.id) === documentId,
  )?.item;
  if (!item) throw new Refusal("policies.not-found", 404);
  if (!isOrderSum(fen)) throw new Refusal("funds.order-sum", 422);
  const at = deps.clock.now();
  const authority = authorityOf(deps, item, countyCode);
  if (deps.actor.kind === "user" && deps.actor.regionCode !== authority.regionCode)
    throw new Refusal("request.forbidden", 403);
  const known = await findEnvelope(deps.tx, { documentId, itemId: null, year, regionCode: authority.regionCode });
  const envelopeId = known ?? (await addEnvelope(deps.tx, { documentId, year, ...authority, createdAt: at }));
  await lockEnvelopes(deps.tx, [envelopeId]);
  const key = `grant:${idempotencyKey}`;
  if (await isPosted(deps.tx, key)) return;
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: "grant",
    lines: [{ envelopeId, movement: "grant", fen }],
    actorId: actorId(deps.actor),
    at,
    idempotencyKey: key,
  });
  await recordAudit(deps, {
    action: "budget.granted",
    subject: { type: "envelope", id: envelopeId },
    after: { fen: fen.toString(), year },
  });
}

function authorityOf(
  { catalogue }: Deps,
  item: PolicyItem,
  countyCode: string | undefined,
): { level: string; regionCode: string; name: string } {
  if (!countyCode || countyCode === item.region)
    return { level: item.level, regionCode: item.region, name: item.document.title };
  const county = catalogue.registry.regions.get(countyCode);
  if (county?.parent !== item.region) throw new Refusal("request.not-found", 404);
  return { level: "county", regionCode: countyCode, name: `${item.document.title}（${county.zh}）` };
}
