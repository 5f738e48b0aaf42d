import type { Tx } from "~/platform/db.server";

export function calendarRows(tx: Tx) {
  return tx.calendarDay.findMany({ select: { date: true, isWorkday: true } });
}
