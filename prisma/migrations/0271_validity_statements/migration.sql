-- What officials state of a document's validity in the product stands beside what rules/ says of it.
ALTER TABLE "PolicyDocument"
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "fileSaid" JSONB,
    ADD COLUMN "stated" JSONB;

CREATE TABLE "ValidityStatement" (
    "id" UUID NOT NULL,
    "documentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "number" TEXT,
    "day" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "since" TEXT,
    "by" TEXT,
    "words" TEXT NOT NULL,
    "address" TEXT,
    "fileHash" TEXT,
    "fileName" TEXT,
    "fileType" TEXT,
    "documentVersion" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "refusal" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    CONSTRAINT "ValidityStatement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ValidityStatement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ValidityStatement_two_persons" CHECK ("status" <> 'released' OR ("decidedById" IS NOT NULL AND "decidedById" <> "createdById"))
);
CREATE UNIQUE INDEX "ValidityStatement_idempotencyKey_key" ON "ValidityStatement"("idempotencyKey");
CREATE UNIQUE INDEX "ValidityStatement_one_proposed" ON "ValidityStatement"("documentId") WHERE "status" = 'proposed';
CREATE INDEX "ValidityStatement_documentId_createdAt_idx" ON "ValidityStatement"("documentId", "createdAt");
CREATE INDEX "ValidityStatement_status_idx" ON "ValidityStatement"("status");

-- How many firms an item of a document is for, each firm once.
CREATE TABLE "DocumentStake" (
    "documentId" TEXT NOT NULL,
    "firms" INTEGER NOT NULL,
    "maybe" INTEGER NOT NULL,
    CONSTRAINT "DocumentStake_pkey" PRIMARY KEY ("documentId"),
    CONSTRAINT "DocumentStake_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "PolicyDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What an item would give to the firms of the register, whether or not it is in force: what hangs on its document.
CREATE TABLE "ItemStake" (
    "itemId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "firms" INTEGER NOT NULL,
    "maybe" INTEGER NOT NULL,
    "fen" BIGINT NOT NULL,
    "upToFen" BIGINT NOT NULL,
    "countedOn" TEXT NOT NULL,
    CONSTRAINT "ItemStake_pkey" PRIMARY KEY ("itemId"),
    CONSTRAINT "ItemStake_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "PolicyItem"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
