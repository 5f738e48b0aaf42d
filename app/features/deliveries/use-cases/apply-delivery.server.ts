import { deliverFacts, takeBackFacts } from "~/features/enterprises/use-cases/deliver-facts.server";
import { rematchFirms } from "~/features/matching/use-cases/rematch-firms.server";
import { officeName } from "~/features/policies/domain/offices";
import type { Deps } from "~/platform/context.server";
import type { FileStorage } from "~/platform/storage.server";
import { recordAudit } from "../audited.server";
import { changeDelivery } from "../adapters/delivery.repository.server";
import { standingOf } from "../domain/delivered-statements";
import { deliveredFirms, factsOfDelivery, tableOf } from "./delivered-firms.server";
import { heldWork } from "./move-delivery.server";

type Applying = Deps & { storage: FileStorage };

/** Writes a signed delivery into the register, all of it at once, and has its firms matched anew. Done twice it does nothing. */
export async function applyDelivery(deps: Applying, deliveryId: string): Promise<void> {
  const held = await heldWork(deps, deliveryId, { type: "APPLIED" });
  if (!held) return;
  const { row, to } = held;
  const table = await tableOf(deps, row);
  const at = deps.clock.now();
  const authority = officeName(deps.catalogue.registry, row.departmentId, row.regionCode);
  const basis = `《${row.title}》（${row.asOf}）`;
  const touched: string[] = [];
  let statements = 0;
  for await (const firms of deliveredFirms(deps, row, table)) {
    const ofFirms = firms
      .map(({ firm, statements: all }) => ({
        enterpriseId: firm.id,
        statements: all
          .filter((each) => standingOf(each, firm.records).kind !== "same")
          .map((each) => ({ ...each, source: "verified" as const, authority, basis, deliveryId })),
      }))
      .filter((each) => each.statements.length > 0);
    await deliverFacts(deps, ofFirms, at);
    touched.push(...ofFirms.map(({ enterpriseId }) => enterpriseId));
    statements += ofFirms.reduce((sum, each) => sum + each.statements.length, 0);
  }
  await rematchFirms(deps, touched, factsOfDelivery(row, table), { kind: "delivery", ref: row.id });
  await changeDelivery(deps.tx, row.id, { state: to, appliedAt: at });
  await recordAudit(deps, {
    action: "delivery.applied",
    subject: { type: "delivery", id: row.id },
    after: { firms: touched.length, statements },
  });
}

/** Takes a delivery back out of the register: what was known before holds again. Done twice it does nothing. */
export async function takeBackDelivery(deps: Applying, deliveryId: string): Promise<void> {
  const held = await heldWork(deps, deliveryId, { type: "TAKEN_BACK" });
  if (!held) return;
  const { row, to } = held;
  const firms = await takeBackFacts(deps, row.id);
  const facts = factsOfDelivery(row, await tableOf(deps, row));
  await rematchFirms(deps, firms, facts, { kind: "delivery", ref: row.id });
  await changeDelivery(deps.tx, row.id, { state: to, rolledBackAt: deps.clock.now() });
  await recordAudit(deps, {
    action: "delivery.rolled-back",
    subject: { type: "delivery", id: row.id },
    after: { firms: firms.length },
  });
}
