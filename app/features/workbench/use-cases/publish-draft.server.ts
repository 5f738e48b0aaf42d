import { recordAudit } from "~/features/workbench/audited.server";
import { publishVersion } from "~/features/policies/use-cases/publish-version.server";
import type { PrismaClient } from "~/generated/prisma/client";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { dueDrafts, findDraft } from "../adapters/draft.repository.server";
import { obstaclesOf } from "../domain/draft";
import { change, redemptionOf, type Draft } from "./draft-state.server";
import { readinessOf } from "./readiness.server";

/** Publishes a signed draft as the item's next version and has the firms of its place matched anew. */
export async function publishDraft(deps: Deps, draft: Draft): Promise<void> {
  const { versionId } = await publishVersion(deps, {
    item: draft.content,
    redemption: redemptionOf(draft, deps.catalogue),
    documentId: draft.documentId,
    endsOn: draft.endsOn,
    draftId: draft.id,
  });
  await change(deps, draft, { status: "published", publishedVersionId: versionId, changedAt: deps.clock.now() });
  await enqueue(deps, {
    topic: "rematch-items",
    payload: { itemIds: [draft.itemId], reason: { kind: "publication", ref: versionId } },
  });
}

/** A round of the worker: publishes what was signed for today. A draft whose item was published otherwise meanwhile goes back. */
export function publishDueDrafts(process: Performing & { prisma: PrismaClient }): () => Promise<void> {
  return async () => {
    const due = await dueDrafts(process.prisma, shanghaiDay(process.clock.now()));
    for (const { id } of due)
      await perform(process, { kind: "system", name: "worker" }, (deps) => publishDue(deps, id));
  };
}

async function publishDue(deps: Deps, id: string): Promise<void> {
  const draft = await findDraft(deps.tx, id);
  if (draft?.status !== "signed") return;
  const ready = await readinessOf(deps, draft);
  const [obstacle] = obstaclesOf({ ...ready, publishOn: null });
  if (!obstacle) return publishDraft(deps, draft);
  await change(deps, draft, {
    status: "editing",
    signedById: null,
    signedAt: null,
    returnedReason: `obstacle-${obstacle}`,
  });
  await recordAudit(deps, {
    action: "policy-draft.returned",
    subject: { type: "policy-draft", id },
    before: { status: "signed" },
    after: { status: "editing", obstacle },
  });
}
