import { readSeal } from "~/features/audit/use-cases/read-seals.server";
import { guardedFile } from "~/door/guard.server";
import { jsonFile } from "~/door/json-file.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedFile("public", async ({ request, context }) => {
  const seal = await readSeal(context.prisma, Number(new URL(request.url).searchParams.get("number")));
  return jsonFile(seal, `root-${seal.day}-${seal.number}.json`);
});
