import { listedAlready, listFirm } from "~/features/applications/use-cases/list-firm.server";
import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { findFirms } from "~/features/enterprises/use-cases/find-firms.server";
import { readProfile } from "~/features/enterprises/use-cases/read-profile.server";
import { readReceived } from "~/features/funds/use-cases/read-received.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { amountOf } from "~/features/matching/domain/amount";
import { sumRoom } from "~/features/matching/domain/sum-room";
import { payableSum, type PayableSum } from "~/features/matching/domain/payable-sum";
import { readFirmsDue } from "~/features/matching/use-cases/firms-due.server";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { readSheet } from "~/platform/sheet/read-sheet.server";
import { createList, findList, findLists } from "../adapters/list.repository.server";
import { checkListed, checkRules, checkSums, readListRows, type ListLine, type ListProblem } from "../domain/list-rows";
import { officeOf } from "./office-of.server";

type Official = Deps & { actor: UserActor };
export type ListSource = { kind: "matches" } | { kind: "upload"; fileName: string; bytes: Uint8Array };
export type ListOutcome =
  | { ok: true; id: string }
  | { ok: false; problems: ListProblem[]; /** what the item's text lets be paid to one firm */ payable: PayableSum };

/** Apply-free items of the own office. */
export function listItems({ catalogue, actor }: Pick<Official, "catalogue" | "actor">): PublishedItem[] {
  const office = officeOf(actor);
  return catalogue.items.filter(
    ({ redemption }) =>
      redemption.workflow === "applyFree" &&
      redemption.leadDepartmentId === office.departmentId &&
      redemption.regionCode === office.regionCode,
  );
}

/**
 * Makes a list of firms that are paid without applying, from a file or from the matches: every line becomes a case whose
 * credit is checked at once, or the whole list is refused with its rows and reasons.
 * @throws Refusal `redemption.other-department` (403), `redemption.list-empty` (422)
 */
export async function makeList(
  deps: Official,
  { itemId, source }: { itemId: string; source: ListSource },
): Promise<ListOutcome> {
  const published = listItems(deps).find(({ item }) => item.id === itemId);
  if (!published) throw new Refusal("redemption.other-department", 403);
  const read = source.kind === "upload" ? await uploaded(deps, published, source) : await matched(deps, published);
  if (read.problems.length > 0) return { ok: false, problems: read.problems, payable: payableSum(published.item) };
  if (read.lines.length === 0) throw new Refusal("redemption.list-empty", 422);
  const now = deps.clock.now();
  const id = await createList(deps.tx, {
    itemId,
    year: Number(shanghaiDay(now).slice(0, 4)),
    ...officeOf(deps.actor),
    source: source.kind,
    fileName: source.kind === "upload" ? source.fileName : null,
    lines: read.lines.length,
    createdById: deps.actor.userId,
    createdAt: now,
  });
  for (const line of read.lines) await listFirm(deps, { published, ...line, listId: id });
  await recordAudit(deps, {
    action: "benefit-list.made",
    subject: { type: "benefitList", id },
    after: { itemId, source: source.kind, lines: read.lines.length },
  });
  return { ok: true, id };
}

type Lines = { lines: { enterpriseId: string; fen: bigint; sumReason: string | null }[]; problems: ListProblem[] };

async function uploaded(
  deps: Official,
  published: PublishedItem,
  source: { fileName: string; bytes: Uint8Array },
): Promise<Lines> {
  const { lines, problems } = readListRows(await readSheet(source.bytes));
  const firms = await findFirms(
    deps.tx,
    lines.map((line) => line.creditCode),
  );
  const already = await listedAlready(
    deps,
    [...firms.values()].map(({ id }) => id),
    published.item.id,
  );
  const known = new Map([...firms].map(([code, firm]) => [code, { ...firm, hasCase: already.has(firm.id) }]));
  const { regions } = deps.catalogue.registry;
  const wrong = checkListed(lines, known, (regionCode) =>
    isForRegion(published.item, regionChain(regions, regionCode)),
  );
  const withFirm = lines.flatMap((line: ListLine) => {
    const firm = firms.get(line.creditCode);
    return firm ? [{ ...line, enterpriseId: firm.id, sumReason: line.sumReason || null }] : [];
  });
  const ruled = [];
  for (const line of withFirm)
    ruled.push({ ...line, sumReason: line.sumReason ?? "", ...(await ruleFor(deps, published, line)) });
  return {
    lines: withFirm.map(({ enterpriseId, fen, sumReason }) => ({ enterpriseId, fen, sumReason })),
    problems: [...problems, ...wrong, ...checkSums(lines, payableSum(published.item)), ...checkRules(ruled)].toSorted(
      (a, b) => a.row - b.row,
    ),
  };
}

/** What the rule gives a firm on what is known of it today, and the room it leaves. */
async function ruleFor(deps: Official, { item }: PublishedItem, { enterpriseId }: { enterpriseId: string }) {
  const { facts } = await readProfile(deps, enterpriseId);
  const received = await readReceived(deps, enterpriseId);
  const ruleFen = amountOf(item, facts, received).fen;
  return { ruleFen, room: sumRoom(item, facts, received, ruleFen) };
}

async function matched(deps: Official, published: PublishedItem): Promise<Lines> {
  const due = await readFirmsDue(deps.tx, published.item.id, Number(shanghaiDay(deps.clock.now()).slice(0, 4)));
  return { lines: due.map(({ enterpriseId, fen }) => ({ enterpriseId, fen, sumReason: null })), problems: [] };
}

/** The lists of the own office. */
export async function readLists(deps: Pick<Official, "tx" | "actor" | "catalogue">) {
  const rows = await findLists(deps.tx, officeOf(deps.actor));
  return rows.map(({ applications, itemId, ...row }) => ({
    ...row,
    item: deps.catalogue.byId.get(itemId)?.item.title ?? itemId,
    totalFen: applications.reduce((sum, each) => sum + (each.claimedFen ?? 0n), 0n),
    waiting: applications.filter(({ state }) => state === "listApproval").length,
    refused: applications.filter(({ state }) => state === "rejected").length,
  }));
}

/** One list of the own office with its cases. @throws Refusal `request.not-found` (404) */
export async function readList(deps: Pick<Official, "tx" | "actor" | "catalogue">, id: string) {
  const row = await findList(deps.tx, id, officeOf(deps.actor));
  if (!row) throw new Refusal("request.not-found", 404);
  const item = deps.catalogue.byId.get(row.itemId)?.item;
  return {
    ...row,
    item: item?.title ?? row.itemId,
    payable: item ? payableSum(item) : ({ kind: "open" } satisfies PayableSum),
    ownList: row.createdById === deps.actor.userId,
  };
}
