import type { Tx } from "~/platform/db.server";
import type { NoticeOrder } from "../domain/notice-order";
import { recipientsOf, sentNotices } from "../adapters/notice.repository.server";

/** Those of some orders that tell somebody something new; an office is asked for its people once. */
export async function ordersUnheard(tx: Tx, orders: readonly NoticeOrder[]): Promise<NoticeOrder[]> {
  const people = new Map<string, readonly { id: string }[]>();
  for (const { to } of orders) {
    const name = JSON.stringify(to);
    if (!people.has(name)) people.set(name, await recipientsOf(tx, to));
  }
  const reaching = orders.filter(({ to }) => (people.get(JSON.stringify(to)) ?? []).length > 0);
  if (reaching.length === 0) return [];
  const sent = await sentNotices(
    tx,
    [...new Set([...people.values()].flat().map(({ id }) => id))],
    reaching.map(({ dedupKey }) => dedupKey),
  );
  const hasHeard = ({ dedupKey }: NoticeOrder, { id }: { id: string }) => sent.has(`${dedupKey} ${id}`);
  return reaching.filter((order) => people.get(JSON.stringify(order.to))?.some((person) => !hasHeard(order, person)));
}
