-- AlterTable: where a version comes from, and until which day it is offered
ALTER TABLE "PolicyItemVersion" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'file',
ADD COLUMN "endsOn" TEXT;

-- AlterTable: what the rules/ file last said of an item
ALTER TABLE "PolicyItem" ADD COLUMN "fileHash" TEXT,
ADD COLUMN "waitingFileHash" TEXT;

UPDATE "PolicyItem" i SET "fileHash" = v."contentHash" FROM "PolicyItemVersion" v WHERE v.id = i."currentVersionId";

-- CreateTable
CREATE TABLE "PolicyDraft" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "baseVersionId" UUID,
    "content" JSONB NOT NULL,
    "redemption" JSONB NOT NULL DEFAULT '{}',
    "explained" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'editing',
    "competition" JSONB,
    "backtest" JSONB,
    "publishOn" TEXT,
    "endsOn" TEXT,
    "editorIds" UUID[],
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,
    "publishedVersionId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PolicyDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PolicyDraft_status_publishOn_idx" ON "PolicyDraft"("status", "publishOn");

-- CreateIndex
CREATE INDEX "PolicyDraft_itemId_idx" ON "PolicyDraft"("itemId");

-- Nobody signs what he wrote.
ALTER TABLE "PolicyDraft" ADD CONSTRAINT "PolicyDraft_two_persons" CHECK ("signedById" IS NULL OR NOT ("signedById" = ANY ("editorIds")));
ALTER TABLE "PolicyDraft" ADD CONSTRAINT "PolicyDraft_status" CHECK ("status" IN ('editing', 'proposed', 'signed', 'published', 'discarded'));
