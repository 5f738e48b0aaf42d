import type { Prisma } from "~/generated/prisma/client";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Tx } from "~/platform/db.server";
import type { BacktestSummary } from "../domain/backtest";
import type { KeptClause } from "../domain/drafting/kept-clause";
import type { OpenPoint } from "../domain/drafting/open-points";
import type { KeptReview } from "../domain/competition-review";
import type { DraftStatus } from "../domain/draft";
import type { RedemptionSettings } from "../domain/redemption-settings";
import { readItem } from "~/features/policies/domain/stored-item";
import { toJson } from "~/platform/json-column";

/** A backtest as kept: of which content against which version. */
export type KeptBacktest = BacktestSummary & {
  contentHash: string;
  baseVersionId: string | null;
  byId: string;
  at: string;
};

export type Draft = {
  id: string;
  itemId: string;
  documentId: string;
  baseVersionId: string | null;
  content: PolicyItem;
  redemption: RedemptionSettings;
  explained: Readonly<Record<string, string>>;
  status: DraftStatus;
  competition: KeptReview | null;
  backtest: KeptBacktest | null;
  clause: KeptClause | null;
  points: OpenPoint[];
  publishOn: string | null;
  endsOn: string | null;
  editorIds: string[];
  createdById: string;
  changedById: string;
  changedAt: Date;
  proposedById: string | null;
  proposedAt: Date | null;
  signedById: string | null;
  signedAt: Date | null;
  returnedReason: string | null;
  publishedVersionId: string | null;
  version: number;
};

type Row = Prisma.PolicyDraftGetPayload<object>;

function draftOf(row: Row): Draft {
  return {
    ...row,
    content: readItem(row.content),
    redemption: row.redemption as RedemptionSettings,
    explained: row.explained as Record<string, string>,
    status: row.status as DraftStatus,
    competition: row.competition as KeptReview | null,
    backtest: row.backtest as KeptBacktest | null,
    clause: row.clause as KeptClause | null,
    points: row.points as OpenPoint[],
  };
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | null> {
  const row = await tx.policyDraft.findUnique({ where: { id } });
  return row && draftOf(row);
}

const open: DraftStatus[] = ["editing", "proposed", "signed"];

/** The draft of an item that is neither published nor discarded; an item has at most one. */
export async function findOpenDraft(tx: Tx, itemId: string): Promise<Draft | null> {
  const row = await tx.policyDraft.findFirst({ where: { itemId, status: { in: open } } });
  return row && draftOf(row);
}

/** Drafts for the list, the latest first: the open ones, and what was finished lately. */
export async function listDrafts(tx: Tx, finished: number): Promise<Draft[]> {
  const [going, done] = await Promise.all([
    tx.policyDraft.findMany({ where: { status: { in: open } }, orderBy: { changedAt: "desc" } }),
    tx.policyDraft.findMany({ where: { status: { notIn: open } }, orderBy: { changedAt: "desc" }, take: finished }),
  ]);
  return [...going, ...done].map(draftOf);
}

/** Signed drafts whose day has come. */
export async function dueDrafts(tx: Tx, today: string): Promise<Draft[]> {
  const rows = await tx.policyDraft.findMany({
    where: { status: "signed", OR: [{ publishOn: null }, { publishOn: { lte: today } }] },
    orderBy: { signedAt: "asc" },
  });
  return rows.map(draftOf);
}

export type NewDraft = Pick<Draft, "itemId" | "documentId" | "baseVersionId" | "content" | "redemption"> & {
  by: string;
  at: Date;
};

export async function insertDraft(
  tx: Tx,
  { itemId, documentId, baseVersionId, content, redemption, by, at }: NewDraft,
): Promise<string> {
  const { id } = await tx.policyDraft.create({
    data: {
      itemId,
      documentId,
      baseVersionId,
      content: toJson(content),
      redemption: redemption as Prisma.InputJsonValue,
      editorIds: [by],
      createdById: by,
      createdAt: at,
      changedById: by,
      changedAt: at,
    },
    select: { id: true },
  });
  return id;
}

/** Changes a draft if it still has the version it was read in. False when somebody else was faster. */
export async function updateDraft(
  tx: Tx,
  { id, version }: Pick<Draft, "id" | "version">,
  data: Prisma.PolicyDraftUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.policyDraft.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Drafts that somebody changed last and that are not finished. */
export function unfinishedBy(tx: Tx, changedById: string): Promise<{ itemId: string }[]> {
  return tx.policyDraft.findMany({
    where: { changedById, status: { in: ["editing", "proposed", "signed"] } },
    select: { itemId: true },
  });
}
