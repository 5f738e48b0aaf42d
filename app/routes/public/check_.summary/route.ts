import { checkVisitor, summarise } from "~/features/matching/use-cases/check-visitor.server";
import { guardedFile } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

/** Sums in fen, as decimal digits. */
export type SummaryAnswer = {
  unknownCode: boolean;
  summary: { eligible: number; unknown: number; totals: { cash: string; upTo: string; nonCash: number } };
};

/** Counts and sums of a quick check as JSON, for a page that follows what is being chosen. */
export const loader = guardedFile("public", async ({ request, context }) => {
  const { unknownCode, matches, received, today } = await checkVisitor(context, new URL(request.url).searchParams);
  const { totals, ...counts } = summarise(matches, received, today);
  const summary = { ...counts, totals: { ...totals, cash: String(totals.cash), upTo: String(totals.upTo) } };
  return Response.json({ unknownCode, summary } satisfies SummaryAnswer);
});
