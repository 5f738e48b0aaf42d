import type { Tx } from "~/platform/db.server";
import { countNotices, findNotices } from "../adapters/notice.repository.server";
import type { NoticeParams } from "../domain/notice-params";

const pageSize = 20;

/** How many notices a person has not read. */
export function unreadCount(tx: Tx, userId: string): Promise<number> {
  return countNotices(tx, { userId, readAt: null });
}

/** One page of a person's notices, newest first. */
export async function readNotices(tx: Tx, userId: string, options: { unreadOnly: boolean; page: number }) {
  const where = { userId, ...(options.unreadOnly ? { readAt: null } : {}) };
  const [total, rows] = await Promise.all([
    countNotices(tx, where),
    findNotices(tx, where, { skip: (options.page - 1) * pageSize, take: pageSize }),
  ]);
  const lines = rows.map(({ readAt, params, ...row }) => ({
    ...row,
    params: params as NoticeParams,
    read: readAt !== null,
  }));
  return { lines, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}
