import { reportingYear } from "~/features/enterprises/domain/profile";
import { placesTurned } from "~/features/policies/domain/published";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { transact } from "~/platform/db.server";
import type { MatchCause } from "~/features/policies/domain/match-cause";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import type { Performing } from "~/platform/transact.server";
import { onceADay } from "~/platform/once-a-day";
import { firmsDatedIn, firmsOfAnotherYear, firmsOfPlace } from "../adapters/wide.repository.server";
import { lastMatchDay, noteMatchDay } from "../adapters/match.repository.server";
import { itemsTurned, spansPassed } from "../domain/evaluate/passing-time";
import { compiledCatalogue } from "./compiled-catalogue.server";

type Process = Pick<Performing, "prisma" | "clock" | "catalogue">;

/** A round that once a day orders to match anew what time alone has changed. */
export function rematchDaily(process: Process): () => Promise<void> {
  return onceADay(process.clock, (today) =>
    transact(process.prisma, (tx) => orderRematches({ ...process, tx }, today)),
  );
}

/**
 * Orders the rematches of a new day, together with the note that it was done: items whose window opened or closed, firms a
 * span ran out for, firms of a place for which another figure is published, firms whose figures are now those of
 * another year. The first day of all only starts the count.
 */
export async function orderRematches(deps: Pick<Deps, "tx" | "clock" | "catalogue">, today: PlainDate): Promise<void> {
  const before = await lastMatchDay(deps.tx);
  if (before !== null && before >= today) return;
  const isFirst = await noteMatchDay(deps.tx, today, deps.clock.now());
  if (before === null || !isFirst) return;
  const items = deps.catalogue.items.map(({ item }) => item);
  const reason: MatchCause = { kind: "nightly", ref: today };
  const itemIds = itemsTurned(items, before, today);
  const firms = new Set(await firmsOfAnotherYear(deps.tx, reportingYear(today)));
  const rules = compiledCatalogue(deps.catalogue).items.map(({ rule }) => rule);
  for (const id of await firmsDatedIn(deps.tx, spansPassed(rules, before, today))) firms.add(id);
  for (const place of placesTurned(deps.catalogue.registry.facts, before, today))
    for (const id of await firmsOfPlace(deps.tx, place)) firms.add(id);
  await enqueueAll(deps, [
    ...(itemIds.length > 0 ? [{ topic: "rematch-items", payload: { itemIds, reason } } satisfies OutboxMessage] : []),
    ...[...firms].map(
      (enterpriseId) => ({ topic: "rematch-enterprise", payload: { enterpriseId, reason } }) satisfies OutboxMessage,
    ),
  ]);
}
