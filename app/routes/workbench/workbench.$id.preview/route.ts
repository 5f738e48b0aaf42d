import { redirect } from "@remix-run/node";
import { z } from "zod";
import { readDraftItem } from "~/features/workbench/domain/draft-item";
import { savedDraftSchema } from "~/features/workbench/workbench.schema";
import { readDraft } from "~/features/workbench/use-cases/draft-state.server";
import { previewDraft } from "~/features/workbench/use-cases/preview-draft.server";
import { languageOf } from "~/door/language.server";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readJson } from "~/door/read-json.server";
import type { RouteHandle } from "~/routes-handle";

export const handle = { access: "write:policy:all" } satisfies RouteHandle;

const asked = savedDraftSchema.pick({ redemption: true, explained: true }).extend({ content: z.unknown() });

export const loader = guardedLoader("write:policy:all", ({ params }) =>
  redirect(`/workbench/${encodeURIComponent(params["id"] ?? "")}`),
);

export const action = guardedAction("write:policy:all", async ({ request, params, context }) => {
  const { documentId } = await readDraft({ tx: context.prisma }, params["id"] ?? "");
  const { content, ...rest } = await readJson(request, asked);
  const item = readDraftItem(content);
  if (!item) throw new Refusal("workbench.broken", 422);
  return previewDraft(context, { ...rest, content: item, documentId }, await languageOf(request));
});
