-- AlterTable
ALTER TABLE "Application" ADD COLUMN "draftEditor" TEXT;

-- CreateTable
CREATE TABLE "DiscardedDraft" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "discardedAt" TIMESTAMPTZ(3) NOT NULL,
    "discardedById" UUID NOT NULL,

    CONSTRAINT "DiscardedDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DiscardedDraft_enterpriseId_idx" ON "DiscardedDraft"("enterpriseId");

-- CreateIndex
CREATE INDEX "DiscardedDraft_discardedAt_idx" ON "DiscardedDraft"("discardedAt");

-- AddForeignKey
ALTER TABLE "DiscardedDraft" ADD CONSTRAINT "DiscardedDraft_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
