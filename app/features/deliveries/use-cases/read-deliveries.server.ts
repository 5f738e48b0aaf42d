import type { UserActor } from "~/access/actor";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { regionName } from "~/features/policies/domain/catalogue";
import { officeNameIn } from "~/features/policies/domain/offices";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findDeliveries, findDelivery, type DeliveryRow } from "../adapters/delivery.repository.server";
import {
  canMove,
  deliveryStates,
  deliverySteps,
  isWorkedOn,
  stepBy,
  type DeliveryState,
  type DeliveryStep,
} from "../domain/delivery-machine";
import { ownColumns } from "../domain/delivery-rows";
import { readEffect } from "../domain/effect";
import { asMoved } from "./move-delivery.server";

type Reading = Pick<Deps, "tx" | "catalogue"> & { actor: UserActor };
type Language = "zh" | "en";

/** Deliveries of a page. */
const pageSize = 20;

/** The deliveries of the own office, the newest first, narrowed by state where one is asked for. */
export async function readDeliveries(
  deps: Reading,
  { state, page, language }: { state: string | null; page: number; language: Language },
) {
  const asked = deliveryStates.find((each) => each === state) ?? null;
  const { rows, count } = await findDeliveries(deps.tx, officeOf(deps.actor), asked, {
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return {
    state: asked,
    count,
    pages: Math.max(1, Math.ceil(count / pageSize)),
    rows: rows.map((row) => ({
      id: row.id,
      title: row.title,
      kind: kindOf(row),
      place: regionName(deps.catalogue.registry.regions, row.placeCode, language) ?? row.placeCode,
      asOf: row.asOf,
      rows: row.rows,
      state: row.state as DeliveryState,
      createdAt: row.createdAt,
    })),
  };
}

function kindOf({ kind, complete }: DeliveryRow): "facts" | "list" | "complete" {
  if (complete) return "complete";
  return kind === "list" ? "list" : "facts";
}

/** One delivery of the own office with what may be done with it. @throws Refusal `request.not-found` (404) */
export async function readDeliveryPage(deps: Reading, id: string, language: Language) {
  const row = isUuid(id) ? await findDelivery(deps.tx, id) : null;
  const office = officeOf(deps.actor);
  if (row?.departmentId !== office.departmentId || row.regionCode !== office.regionCode)
    throw new Refusal("request.not-found", 404);
  const { registry } = deps.catalogue;
  const names = await personNames(deps.tx, [row.createdById, row.signedById]);
  const state = row.state as DeliveryState;
  const factName = (fact: string) => registry.facts.get(fact)?.[language] ?? fact;
  return {
    ...{ id, state, title: row.title, number: row.number, asOf: row.asOf, rows: row.rows, reason: row.reason },
    ...{ fileName: row.fileName, createdAt: row.createdAt, appliedAt: row.appliedAt, rolledBackAt: row.rolledBackAt },
    kind: kindOf(row),
    office: officeNameIn(registry, office, language),
    place: regionName(registry.regions, row.placeCode, language) ?? row.placeCode,
    fact: row.fact === null ? null : factName(row.fact),
    madeBy: names.get(row.createdById) ?? "",
    signedBy: row.signedById && (names.get(row.signedById) ?? ""),
    columns: Object.entries(row.columns as Record<string, string>).map(([heading, column]) => ({
      heading,
      own: ownColumns.find((name) => name === column) ?? null,
      fact: factName(column),
    })),
    effect: row.effect === null ? null : readEffect(row.effect),
    isWorkedOn: isWorkedOn(state),
    may: mayDo(row, deps.actor.userId),
    isOwn: row.createdById === deps.actor.userId,
    isAsker: row.backAskedById === deps.actor.userId,
  };
}
export type ShownDelivery = Awaited<ReturnType<typeof readDeliveryPage>>;

function mayDo(row: DeliveryRow, personId: string): Record<DeliveryStep, boolean> {
  const steps = deliverySteps.map((step) => [step, canMove(asMoved(row), stepBy(step, personId))] as const);
  return Object.fromEntries(steps) as Record<DeliveryStep, boolean>;
}
