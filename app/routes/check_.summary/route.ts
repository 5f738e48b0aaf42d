import { checkVisitor, summarise } from "~/features/matching/use-cases/check-visitor.server";
import { guardedLoader } from "~/platform/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

/** Counts and sums of a quick check, for a page that follows what is being chosen. */
export const loader = guardedLoader("public", async ({ request, context }) => {
  const { unknownCode, matches, received, today } = await checkVisitor(context, new URL(request.url).searchParams);
  return { unknownCode, summary: summarise(matches, received, today) };
});
