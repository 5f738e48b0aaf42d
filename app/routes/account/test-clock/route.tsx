import { isAdjustable } from "~/kernel/adjustable-clock";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", () => {
  throw new Refusal("request.not-found", 404);
});

/** Puts the clock forward by days or parts of one; there is no such place unless CLOCK_TEST is set, which production refuses. */
export const action = guardedAction("public", async ({ request, context }) => {
  if (!isAdjustable(context.clock)) throw new Refusal("request.not-found", 404);
  const { days = "0" } = await formValues(request);
  if (!/^\d{1,4}(\.\d{1,20})?$/.test(days)) throw new Refusal("request.malformed", 400);
  context.clock.advance(Number(days) * 86_400_000);
  return Response.json({ now: context.clock.now().toISOString() });
});
