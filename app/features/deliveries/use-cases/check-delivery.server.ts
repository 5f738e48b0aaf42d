import { compareFacts, itemsHangingOn } from "~/features/matching/use-cases/compare-facts.server";
import { colleaguesWith } from "~/features/identity/use-cases/colleagues.server";
import type { Deps } from "~/platform/context.server";
import { toJson } from "~/platform/json-column";
import { enqueueAll } from "~/platform/outbox.server";
import type { FileStorage } from "~/platform/storage.server";
import { changeDelivery, type DeliveryRow } from "../adapters/delivery.repository.server";
import { recordsAfter, standingOf } from "../domain/delivered-statements";
import { noEffect, type Effect } from "../domain/effect";
import { deliveredFirms, factsOfDelivery, tableOf, type DeliveredTo } from "./delivered-firms.server";
import { heldWork } from "./move-delivery.server";

type Checking = Deps & { storage: FileStorage };

/** Works out what a delivery would change, and tells those who may sign it. Done twice it does nothing. */
export async function checkDelivery(deps: Checking, deliveryId: string): Promise<void> {
  const held = await heldWork(deps, deliveryId, { type: "CHECKED" });
  if (!held) return;
  const { row, to } = held;
  const effect = await effectOf(deps, row);
  await changeDelivery(deps.tx, row.id, { state: to, effect: toJson(effect) });
  const people = await colleaguesWith(deps.tx, row, "deliver:fact:department");
  const signers = people.filter((userId) => userId !== row.createdById);
  await enqueueAll(
    deps,
    signers.map((userId) => ({
      topic: "notice",
      payload: {
        to: { userId },
        kind: "deliveryWaits",
        params: { title: row.title },
        href: `/deliveries/${row.id}`,
        dedupKey: `delivery:${row.id}:waits`,
      },
    })),
  );
}

/** What a delivery changes in the register and in what firms are owed, as things are now. Nothing is written. */
export async function effectOf(deps: Checking, row: DeliveryRow): Promise<Effect> {
  const table = await tableOf(deps, row);
  const itemIds = itemsHangingOn(deps, factsOfDelivery(row, table));
  const codes = new Set(table.firms.map(({ creditCode }) => creditCode));
  let effect: Effect = { ...noEffect, unregistered: codes.size };
  for await (const firms of deliveredFirms(deps, row, table))
    effect = added(effect, {
      deps,
      firms,
      itemIds,
      codes,
      said: { authority: row.departmentId, saidAt: deps.clock.now() },
    });
  return effect;
}

type Counting = {
  deps: Checking;
  firms: readonly DeliveredTo[];
  itemIds: readonly string[];
  codes: ReadonlySet<string>;
  said: { authority: string; saidAt: Date };
};

function added(effect: Effect, { deps, firms, itemIds, codes, said }: Counting): Effect {
  const named = firms.filter(({ firm }) => codes.has(firm.creditCode));
  const standings = firms.flatMap(({ firm, statements }) => statements.map((each) => standingOf(each, firm.records)));
  const changing = firms.filter(({ firm, statements }) =>
    statements.some((each) => standingOf(each, firm.records).kind !== "same"),
  );
  const compared = compareFacts(
    deps,
    itemIds,
    changing.map(({ firm, statements }) => ({
      before: firm.factsWith(firm.records),
      after: firm.factsWith(recordsAfter(firm.records, statements, said)),
    })),
  );
  const count = (kind: string) => standings.filter((each) => each.kind === kind).length;
  return {
    named: effect.named + named.length,
    settled: effect.settled + firms.length - named.length,
    unregistered: effect.unregistered - named.length,
    otherName: effect.otherName + named.filter(({ firm, name }) => name !== null && name !== firm.name).length,
    added: effect.added + count("new"),
    changed: effect.changed + count("changed"),
    same: effect.same + count("same"),
    contradicted: effect.contradicted + standings.filter(({ contradicts }) => contradicts).length,
    opened: effect.opened + compared.opened,
    openedFen: String(BigInt(effect.openedFen) + compared.openedFen),
    closed: effect.closed + compared.closed,
    closedFen: String(BigInt(effect.closedFen) + compared.closedFen),
    told: effect.told + compared.told,
  };
}
