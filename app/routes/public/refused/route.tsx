import { data } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/door/guard.server";
import type { loader as rootLoader } from "~/root";
import type { RouteHandle } from "~/routes-handle";
import { ErrorCard } from "~/ui/root-error";

export const handle = { access: "public" } satisfies RouteHandle;

const statuses = [400, 403, 404, 409, 413, 415, 422, 429];

/** Why a file that was opened can't be had. */
export const loader = guardedLoader("public", ({ request }) => {
  const asked = new URL(request.url).searchParams;
  const status = statuses.find((each) => String(each) === asked.get("status")) ?? 404;
  const code = /^[a-z-]+\.[a-z-]+$/.exec(asked.get("code") ?? "")?.[0];
  return data({ status, refusal: code ? { code } : {} }, { status });
});

export default function Refused() {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const { status, refusal } = useLoaderData<typeof loader>();
  return <ErrorCard status={status} refusal={refusal} home={root?.navigation[0]} />;
}
