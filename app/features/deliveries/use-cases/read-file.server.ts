import type { UserActor } from "~/access/actor";
import { placesOf } from "~/features/policies/domain/catalogue";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { readFactInput } from "~/features/policies/domain/fact-input";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { knownColumns } from "../adapters/delivery.repository.server";
import type { DeliveryForm } from "../deliveries.schema";
import { absentValue, isDeliverable, listedValue } from "../domain/deliverable";
import { readDelivery, type DeliveryTable, type Reading } from "../domain/delivery-rows";

type Own = Pick<Deps, "tx" | "clock" | "catalogue"> & { actor: UserActor };

/** Rows of one delivery. */
const mostRows = 100_000;

/** What the department of an official is called in the registry of facts; null for one that has none. */
export function authorityOf({ catalogue, actor }: Pick<Own, "catalogue" | "actor">): string | null {
  return catalogue.registry.departments.find(({ id }) => id === actor.departmentId)?.authority ?? null;
}

/** The facts that the office of an official may hand over. */
export function deliverableFacts(deps: Pick<Own, "catalogue" | "actor">): FactDefinition[] {
  const authority = authorityOf(deps);
  return [...deps.catalogue.registry.facts.values()].filter((definition) => isDeliverable(definition, authority));
}

/** What a form says of its list: what those on it have, and those that a complete one does not name. */
export type ListSaid = { fact: string; value: FactValue | null; offList: FactValue | null };

/** What is wrong with what was said of a file, by field; empty where nothing is. */
export function problemsOf(deps: Own, form: DeliveryForm): Record<string, string> {
  const today = shanghaiDay(deps.clock.now());
  const { regionCode } = officeOf(deps.actor);
  const list = listOf(deps, form);
  const isForeign = !placesOf(deps.catalogue.registry.regions, regionCode).includes(form.placeCode);
  return {
    ...(isForeign ? { placeCode: "deliveries:problem.place" } : {}),
    ...(form.asOf > today ? { asOf: "deliveries:problem.future" } : {}),
    ...(form.kind === "list" && !list ? { fact: "problem.choose" } : {}),
    ...(list && form.complete && list.offList === null ? { complete: "deliveries:problem.noAbsence" } : {}),
    ...(list && form.onList !== "" && list.value === null ? { onList: "problem.choose" } : {}),
  };
}

/** What a form says of its list; null for facts, and for a fact that the office may not hand over. */
export function listOf(
  deps: Own,
  { kind, fact, onList }: Pick<DeliveryForm, "kind" | "fact" | "onList">,
): ListSaid | null {
  const definition = deliverableFacts(deps).find(({ name }) => name === fact);
  if (kind !== "list" || !definition) return null;
  const said = onList === "" ? null : readFactInput(definition, onList, shanghaiDay(deps.clock.now()));
  const value = said?.ok ? said.value : onList === "" ? listedValue(definition) : null;
  return { fact, value, offList: absentValue(definition) };
}

/**
 * Reads a file as the office's files are read, with what its headings meant before and what `columns` says of them now.
 * @throws Refusal `sheet.*` (413, 415) for a file that can't be read
 */
export async function readFile(
  deps: Own,
  form: Pick<DeliveryForm, "asOf">,
  list: Reading["list"],
  { bytes, columns }: { bytes: Uint8Array; columns: Readonly<Record<string, string>> },
): Promise<DeliveryTable> {
  const authority = authorityOf(deps);
  return readDelivery(await readSheet(bytes, mostRows), {
    facts: deps.catalogue.registry.facts,
    mayDeliver: (definition) => isDeliverable(definition, authority),
    known: { ...(await knownColumns(deps.tx, officeOf(deps.actor))), ...columns },
    list,
    asOf: form.asOf,
    today: shanghaiDay(deps.clock.now()),
  });
}
