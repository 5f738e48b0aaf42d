import type { UserActor } from "~/access/actor";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { toJson } from "~/platform/json-column";
import { enqueue } from "~/platform/outbox.server";
import { recordAudit } from "../audited.server";
import { addDelivery, findDeliveryByKey, keepColumns } from "../adapters/delivery.repository.server";
import type { DeliveryForm } from "../deliveries.schema";
import { newDelivery } from "../domain/delivery-machine";
import type { DeliveryTable } from "../domain/delivery-rows";
import type { ListSaid } from "./read-file.server";

type File = { fileName: string; fileHash: string; fileType: string };

/**
 * Hands a file over that was read without a problem; nothing reaches the register before a second person of the office
 * signs it. The same key hands over once.
 * @param columns what the official said of headings, kept for the next file
 * @returns the id
 * @throws Refusal `request.not-found` (404) for another person's key
 */
export async function handOver(
  deps: Deps & { actor: UserActor },
  form: DeliveryForm,
  list: ListSaid | null,
  { table, file, columns }: { table: DeliveryTable; file: File; columns: Readonly<Record<string, string>> },
): Promise<string> {
  const known = await findDeliveryByKey(deps.tx, form.idempotencyKey);
  if (known?.createdById === deps.actor.userId) return known.id;
  if (known) throw new Refusal("request.not-found", 404);
  const office = officeOf(deps.actor);
  const id = deps.random.uuid();
  const said = saidOf(form, list);
  const rows = table.firms.length;
  await addDelivery(deps.tx, {
    ...{ id, ...office, ...said, ...file, rows },
    idempotencyKey: form.idempotencyKey,
    onList: list?.value ?? null,
    offList: list?.offList ?? null,
    columns: toJson(table.columns),
    state: newDelivery(deps.actor.userId).state,
    createdById: deps.actor.userId,
    createdAt: deps.clock.now(),
  });
  await keepColumns(deps.tx, office, columns, deps.clock.now());
  await recordAudit(deps, {
    action: "delivery.handed-over",
    subject: { type: "delivery", id },
    after: { ...said, sha256: file.fileHash, rows },
  });
  await enqueue(deps, { topic: "check-delivery", payload: { deliveryId: id } });
  return id;
}

function saidOf({ kind, title, number, placeCode, asOf, complete }: DeliveryForm, list: ListSaid | null) {
  const of = { kind, title, number: number || null, placeCode, asOf };
  return { ...of, fact: list?.fact ?? null, complete: list !== null && complete !== undefined };
}
