-- CreateTable
CREATE TABLE "IssuedDocument" (
    "id" UUID NOT NULL,
    "orderKey" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "applicationId" UUID,
    "year" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "fileHash" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "missingGlyphs" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IssuedDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentCounter" (
    "mark" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "DocumentCounter_pkey" PRIMARY KEY ("mark","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_orderKey_key" ON "IssuedDocument"("orderKey");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_code_key" ON "IssuedDocument"("code");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_number_key" ON "IssuedDocument"("number");

-- CreateIndex
CREATE INDEX "IssuedDocument_applicationId_idx" ON "IssuedDocument"("applicationId");

-- CreateIndex
CREATE INDEX "IssuedDocument_enterpriseId_kind_idx" ON "IssuedDocument"("enterpriseId", "kind");

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was issued stays as it is.
CREATE TRIGGER "IssuedDocument_append_only" BEFORE UPDATE OR DELETE ON "IssuedDocument" FOR EACH ROW EXECUTE FUNCTION refuse_change();
