import { recordAudit } from "~/features/workbench/audited.server";
import { lockCurrentVersion } from "~/features/policies/use-cases/publish-version.server";
import { nextItemId } from "~/features/policies/use-cases/waiting-files.server";
import { departmentName } from "~/features/policies/domain/department-name";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { quotaOf } from "~/features/policies/domain/quota";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { findOpenDraft, insertDraft, type NewDraft } from "../adapters/draft.repository.server";
import { blankItem } from "../domain/draft-item";
import { settingsOf } from "../domain/redemption-settings";
import type { StartDraft } from "../workbench.schema";

type Deed = Deps & { actor: UserActor };
type Made = Pick<NewDraft, "itemId" | "documentId" | "baseVersionId" | "content" | "redemption">;

/**
 * Opens an item for change, a copy of one, or a new one. An item has one open draft: asking again opens the same.
 * @throws Refusal `policies.not-found` (404), `workbench.id-taken`
 */
export async function startPolicyDraft(deps: Deed, start: StartDraft): Promise<string> {
  const made =
    start.from === "new" ? await newItem(deps, start) : await fromItem(deps, start.itemId, start.from === "copy");
  const known = await findOpenDraft(deps.tx, made.itemId);
  if (known) return known.id;
  const id = await insertDraft(deps.tx, { ...made, by: deps.actor.userId, at: deps.clock.now() });
  await recordAudit(deps, {
    action: "policy-draft.started",
    subject: { type: "policy-draft", id },
    after: { from: start.from, item: made.itemId },
  });
  return id;
}

async function fromItem(deps: Deed, itemId: string, copy: boolean): Promise<Made> {
  const published = deps.catalogue.byId.get(itemId);
  if (!published) throw new Refusal("policies.not-found", 404);
  const documentId = deps.catalogue.registry.documentIdOf(itemId);
  const baseVersionId = await lockCurrentVersion(deps, itemId);
  if (!copy)
    return { itemId, documentId, baseVersionId, content: contentOf(published), redemption: settings(deps, published) };
  const id = await freeId(deps, documentId);
  const { registry } = deps.catalogue;
  const content = {
    ...contentOf(published),
    id,
    title: `${published.item.title.slice(0, 26)}（副本）`,
    document: registry.byId.get(itemId)?.document ?? published.item.document,
  };
  return { itemId: id, documentId, baseVersionId: null, content, redemption: settings(deps, published) };
}

/** The item with its quota, wherever its version says it. */
function contentOf(published: PublishedItem): PublishedItem["item"] {
  const quota = quotaOf(published);
  return quota ? { ...published.item, quota } : published.item;
}

function settings({ catalogue }: Deed, { item, redemption }: PublishedItem) {
  return settingsOf(redemptionConfigOf(item, catalogue.registry), redemption);
}

/** A free id that no open draft has taken either. */
async function freeId(deps: Deed, documentId: string): Promise<string> {
  await lockCurrentVersion(deps, documentId);
  let id = await nextItemId(deps.tx, documentId);
  for (let number = 1; await findOpenDraft(deps.tx, id); number += 1)
    id = `${documentId}-${String(Number(id.slice(-3)) + number).padStart(3, "0")}`;
  return id;
}

async function newItem(deps: Deed, start: Extract<StartDraft, { from: "new" }>): Promise<Made> {
  const id = await freeId(deps, start.documentId);
  const { registry, items } = deps.catalogue;
  const sibling = items.find(({ item }) => registry.documentIdOf(item.id) === start.documentId)?.item;
  const content = blankItem({ id, title: start.title, ...(sibling ?? placeOf(deps, start)) });
  return { itemId: id, documentId: start.documentId, baseVersionId: null, content, redemption: {} };
}

/** Where a new document starts: the author's own office and place. What that office issues and a second person signs is in force. */
function placeOf({ catalogue, actor, clock }: Deed, start: Extract<StartDraft, { from: "new" }>) {
  const { departments, regions, themes } = catalogue.registry;
  const department = departments.find((each) => each.id === actor.departmentId)?.names[0] ?? "";
  const region = actor.regionCode ?? "340500";
  const level = regions.get(region)?.level ?? ("city" as const);
  const document = {
    title: start.documentTitle || start.title,
    number: null,
    issuer: departmentName(catalogue.registry, { department, level, region }).zh,
    issuedOn: null,
    validFrom: null,
    validTo: null,
    validity: {
      known: "stated" as const,
      basis: "由发文机关在平台上起草，经第二人签发。",
      checkedOn: shanghaiDay(clock.now()),
      sources: [start.documentTitle || start.title],
    },
  };
  return {
    region,
    level,
    department,
    theme: themes[0]?.zh ?? "",
    document,
  };
}
