import { readAskedPoints } from "~/features/redemption/use-cases/read-asked-points.server";
import type { Tx } from "~/platform/db.server";

/** The firm's form with every point of a correction answered. */
export async function answerPoints(tx: Tx, own: { id: string; enterpriseId: string }): Promise<Record<string, string>> {
  const points = await readAskedPoints(tx, own);
  const each = points.map(({ text }, place) => [`answer-${place}`, `已办：${text}`] as const);
  return { intent: "resubmit", answer: "已补充", ...Object.fromEntries(each) };
}
