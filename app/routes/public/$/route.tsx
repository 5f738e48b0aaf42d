import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

/** An address that no page has: not found, within the frame of whoever asks. */
export const loader = guardedLoader("public", (): null => {
  throw new Refusal("request.not-found", 404);
});

export default function NoPage() {
  return null;
}
