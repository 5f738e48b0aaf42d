import type { Actor } from "~/access/actor";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { stateOn } from "~/features/policies/domain/validity";
import { groupBy } from "~/kernel/group-by";
import { addDays, shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { transact } from "~/platform/db.server";
import { perform, type Performing } from "~/platform/transact.server";
import { findItemStakes, writeStakes } from "../adapters/stake.repository.server";
import { nextFirms } from "../adapters/wide.repository.server";
import type { StoredMatch } from "../domain/matches/match-changes";
import { concernedBy, stakeOf } from "../domain/matches/stakes";
import { fillWideRows } from "./fill-wide-rows.server";
import { judgeByItems } from "./judge-firms.server";

/** Firms and items of one scan. */
const page = 2000;
const chunk = 100;
/** A count is good for so many days, as long as its version stands. */
const goodForDays = 7;

/** The items of a document that have not ended. */
type Counted = readonly [documentId: string, items: readonly PublishedItem[]];

/** A round that counts what hangs on each document: what was not counted for a week, and at once what was published since. */
export function countStakesDaily(process: Performing, actor: Actor): () => Promise<void> {
  let counted: { day: PlainDate; catalogue: unknown } | null = null;
  return async () => {
    const { catalogue } = process;
    const day = shanghaiDay(process.clock.now());
    if (counted?.day === day && counted.catalogue === catalogue) return;
    await countStakes(process, actor);
    counted = { day, catalogue };
  };
}

/** Counts what hangs on each document of which an item was not counted for a week, or not in its present version. */
export async function countStakes(process: Performing, actor: Actor): Promise<void> {
  const { catalogue } = process;
  const today = shanghaiDay(process.clock.now());
  const known = new Map((await findItemStakes(process.prisma)).map((each) => [each.itemId, each]));
  const isStale = ({ item, versionId }: PublishedItem) => {
    const before = known.get(item.id);
    return !before || before.versionId !== versionId || addDays(before.countedOn, goodForDays) <= today;
  };
  const standing = catalogue.items.filter(({ item }) => !["ended", "replaced"].includes(stateOn(item, today)));
  const documents = [...groupBy(standing, ({ item }) => catalogue.registry.documentIdOf(item.id))];
  const stale = documents.filter(([, items]) => items.some(isStale));
  if (stale.length === 0) return;
  await fillWideRows(process);
  for (const some of chunks(stale)) await countSome(process, actor, some, today);
}

/** Documents together with so many items as one scan judges well; none is split. */
function chunks(documents: readonly Counted[]): Counted[][] {
  const found: Counted[][] = [];
  let room = 0;
  for (const document of documents) {
    if (room <= 0) {
      found.push([]);
      room = chunk;
    }
    found.at(-1)?.push(document);
    room -= document[1].length;
  }
  return found;
}

async function countSome(
  process: Performing,
  actor: Actor,
  documents: readonly Counted[],
  countedOn: PlainDate,
): Promise<void> {
  const items = documents.flatMap(([, own]) => own);
  const firms: (readonly StoredMatch[])[] = [];
  for (let ids = await nextFirms(process.prisma, null, page); ids.length > 0;) {
    const now = ids;
    const judged = await perform(process, actor, (deps) => judgeByItems(deps, items, now, new Map()));
    firms.push(...judged.values());
    ids = await nextFirms(process.prisma, now.at(-1) ?? null, page);
  }
  const byItem = groupBy(firms.flat(), ({ itemId }) => itemId);
  const counted = items.map(({ item, versionId }) => ({
    ...stakeOf(byItem.get(item.id) ?? [], item.amount),
    itemId: item.id,
    versionId,
    countedOn,
  }));
  const concerned = documents.map(([documentId, own]) => ({ documentId, ...concernedBy(matchesOf(own, firms)) }));
  await transact(process.prisma, (tx) => writeStakes(tx, counted, concerned));
}

/** How each firm stands to the items that follow their document's validity. */
function matchesOf(items: readonly PublishedItem[], firms: readonly (readonly StoredMatch[])[]) {
  const followers = new Set(items.filter(({ item }) => !item.validity).map(({ item }) => item.id));
  return firms.map((own) => own.filter(({ itemId }) => followers.has(itemId)));
}
