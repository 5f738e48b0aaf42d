-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "loginName" TEXT NOT NULL,
    "email" TEXT,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "roles" TEXT[],
    "departmentId" TEXT,
    "regionCode" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "failedLogins" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "activeEnterpriseId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","enterpriseId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "note" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" UUID NOT NULL,
    "creditCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "park" TEXT,
    "industryCode" TEXT NOT NULL,
    "size" TEXT,
    "registeredOn" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseFact" (
    "id" BIGSERIAL NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "year" INTEGER NOT NULL DEFAULT 0,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "saidById" UUID,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "authority" TEXT,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "EnterpriseFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseDocument" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fileHash" TEXT,
    "source" TEXT NOT NULL,
    "obtainedAt" TIMESTAMPTZ(3) NOT NULL,
    "validTo" TEXT,

    CONSTRAINT "EnterpriseDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankAccount" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "bankName" TEXT NOT NULL,
    "sealedNumber" BYTEA NOT NULL,
    "lastFour" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "BankAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "authority" TEXT,
    "names" TEXT[],

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyItem" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "documentTitle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "currentVersionId" UUID,
    "searchTokens" TEXT[],
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyItemVersion" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "redemption" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyItemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Match" (
    "enterpriseId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "amountFen" BIGINT,
    "nature" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Match_pkey" PRIMARY KEY ("enterpriseId","itemId")
);

-- CreateTable
CREATE TABLE "MatchChange" (
    "id" BIGSERIAL NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fromFen" BIGINT,
    "toFen" BIGINT,
    "nature" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reach" (
    "enterpriseId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reach_pkey" PRIMARY KEY ("enterpriseId","itemId","kind")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "enterpriseId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "machineId" TEXT NOT NULL,
    "machineVersion" INTEGER NOT NULL,
    "machineHash" TEXT NOT NULL,
    "snapshot" JSONB,
    "caseFacts" JSONB NOT NULL DEFAULT '{}',
    "profileSnapshot" JSONB,
    "draftSavedAt" TIMESTAMPTZ(3),
    "pledgedAt" TIMESTAMPTZ(3),
    "bankAccountId" UUID,
    "claimedFen" BIGINT,
    "approvedFen" BIGINT,
    "nature" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "promisedOn" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "rejectionReason" TEXT,
    "firstReviewerId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewTask" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "assigneeId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "outcome" TEXT,
    "comment" TEXT,

    CONSTRAINT "ReviewTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transition" (
    "id" BIGSERIAL NOT NULL,
    "applicationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "departmentId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "Transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleCheck" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "moment" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "factsHash" TEXT NOT NULL,
    "result" BOOLEAN NOT NULL,
    "fastVerdict" TEXT NOT NULL,
    "trace" JSONB NOT NULL,
    "amountFen" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionNotice" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "issuedById" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "CorrectionNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publicity" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Publicity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationMessage" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApplicationMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Envelope" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "itemId" TEXT,
    "name" TEXT NOT NULL,
    "grantedFen" BIGINT NOT NULL DEFAULT 0,
    "reservedFen" BIGINT NOT NULL DEFAULT 0,
    "disbursedFen" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Envelope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "applicationId" UUID,
    "paymentId" UUID,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "transactionId" UUID NOT NULL,
    "envelopeId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentBatch" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "departmentId" TEXT,
    "regionCode" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "exportedById" UUID,
    "exportedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "totalFen" BIGINT NOT NULL,
    "paymentCount" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PaymentBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "envelopeId" UUID NOT NULL,
    "bankAccountId" UUID NOT NULL,
    "batchId" UUID,
    "amountFen" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "processedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "dedupKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "enterpriseId" UUID,
    "departmentId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" TEXT NOT NULL,
    "isWorkday" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_loginName_key" ON "User"("loginName");

-- CreateIndex
CREATE INDEX "User_departmentId_regionCode_idx" ON "User"("departmentId", "regionCode");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Membership_enterpriseId_idx" ON "Membership"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_enterpriseId_idx" ON "Invitation"("enterpriseId");

-- CreateIndex
CREATE INDEX "Claim_enterpriseId_status_idx" ON "Claim"("enterpriseId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_creditCode_key" ON "Enterprise"("creditCode");

-- CreateIndex
CREATE INDEX "Enterprise_regionCode_idx" ON "Enterprise"("regionCode");

-- CreateIndex
CREATE INDEX "Enterprise_name_idx" ON "Enterprise"("name");

-- CreateIndex
CREATE INDEX "EnterpriseFact_enterpriseId_idx" ON "EnterpriseFact"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseDocument_enterpriseId_name_key" ON "EnterpriseDocument"("enterpriseId", "name");

-- CreateIndex
CREATE INDEX "BankAccount_enterpriseId_idx" ON "BankAccount"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyItem_currentVersionId_key" ON "PolicyItem"("currentVersionId");

-- CreateIndex
CREATE INDEX "PolicyItem_regionCode_idx" ON "PolicyItem"("regionCode");

-- CreateIndex
CREATE INDEX "PolicyItem_documentId_idx" ON "PolicyItem"("documentId");

-- CreateIndex
CREATE INDEX "PolicyItem_searchTokens_idx" ON "PolicyItem" USING GIN ("searchTokens");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyItemVersion_itemId_number_key" ON "PolicyItemVersion"("itemId", "number");

-- CreateIndex
CREATE INDEX "Match_itemId_verdict_idx" ON "Match"("itemId", "verdict");

-- CreateIndex
CREATE INDEX "MatchChange_enterpriseId_at_idx" ON "MatchChange"("enterpriseId", "at");

-- CreateIndex
CREATE INDEX "MatchChange_itemId_at_idx" ON "MatchChange"("itemId", "at");

-- CreateIndex
CREATE INDEX "Reach_kind_at_idx" ON "Reach"("kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Application_number_key" ON "Application"("number");

-- CreateIndex
CREATE INDEX "Application_enterpriseId_createdAt_idx" ON "Application"("enterpriseId", "createdAt");

-- CreateIndex
CREATE INDEX "Application_itemId_state_idx" ON "Application"("itemId", "state");

-- CreateIndex
CREATE INDEX "Application_state_submittedAt_idx" ON "Application"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Application_submittedAt_idx" ON "Application"("submittedAt");

-- CreateIndex
CREATE INDEX "Material_applicationId_idx" ON "Material"("applicationId");

-- CreateIndex
CREATE INDEX "Material_fileHash_idx" ON "Material"("fileHash");

-- CreateIndex
CREATE INDEX "ReviewTask_departmentId_regionCode_closedAt_dueOn_idx" ON "ReviewTask"("departmentId", "regionCode", "closedAt", "dueOn");

-- CreateIndex
CREATE INDEX "ReviewTask_applicationId_idx" ON "ReviewTask"("applicationId");

-- CreateIndex
CREATE INDEX "Transition_at_idx" ON "Transition"("at");

-- CreateIndex
CREATE INDEX "Transition_toState_at_idx" ON "Transition"("toState", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Transition_applicationId_seq_key" ON "Transition"("applicationId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Transition_applicationId_idempotencyKey_key" ON "Transition"("applicationId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "RuleCheck_applicationId_idx" ON "RuleCheck"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionNotice_applicationId_round_key" ON "CorrectionNotice"("applicationId", "round");

-- CreateIndex
CREATE INDEX "Publicity_applicationId_idx" ON "Publicity"("applicationId");

-- CreateIndex
CREATE INDEX "Publicity_endedAt_endsOn_idx" ON "Publicity"("endedAt", "endsOn");

-- CreateIndex
CREATE INDEX "Deadline_handledAt_cancelledAt_dueAt_idx" ON "Deadline"("handledAt", "cancelledAt", "dueAt");

-- CreateIndex
CREATE INDEX "Deadline_applicationId_idx" ON "Deadline"("applicationId");

-- CreateIndex
CREATE INDEX "ApplicationMessage_applicationId_at_idx" ON "ApplicationMessage"("applicationId", "at");

-- CreateIndex
CREATE INDEX "Envelope_documentId_year_idx" ON "Envelope"("documentId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_idempotencyKey_key" ON "LedgerTransaction"("idempotencyKey");

-- CreateIndex
CREATE INDEX "LedgerTransaction_applicationId_idx" ON "LedgerTransaction"("applicationId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_kind_at_idx" ON "LedgerTransaction"("kind", "at");

-- CreateIndex
CREATE INDEX "LedgerEntry_transactionId_idx" ON "LedgerEntry"("transactionId");

-- CreateIndex
CREATE INDEX "LedgerEntry_envelopeId_account_idx" ON "LedgerEntry"("envelopeId", "account");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentBatch_number_key" ON "PaymentBatch"("number");

-- CreateIndex
CREATE INDEX "Payment_status_regionCode_createdAt_idx" ON "Payment"("status", "regionCode", "createdAt");

-- CreateIndex
CREATE INDEX "Payment_batchId_idx" ON "Payment"("batchId");

-- CreateIndex
CREATE INDEX "Payment_applicationId_idx" ON "Payment"("applicationId");

-- CreateIndex
CREATE INDEX "Outbox_processedAt_failedAt_availableAt_idx" ON "Outbox"("processedAt", "failedAt", "availableAt");

-- CreateIndex
CREATE INDEX "Notice_userId_readAt_createdAt_idx" ON "Notice"("userId", "readAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_dedupKey_key" ON "Notice"("userId", "dedupKey");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseFact" ADD CONSTRAINT "EnterpriseFact_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseDocument" ADD CONSTRAINT "EnterpriseDocument_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyItem" ADD CONSTRAINT "PolicyItem_currentVersionId_fkey" FOREIGN KEY ("currentVersionId") REFERENCES "PolicyItemVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyItemVersion" ADD CONSTRAINT "PolicyItemVersion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "PolicyItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "PolicyItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "PolicyItemVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_bankAccountId_fkey" FOREIGN KEY ("bankAccountId") REFERENCES "BankAccount"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewTask" ADD CONSTRAINT "ReviewTask_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transition" ADD CONSTRAINT "Transition_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleCheck" ADD CONSTRAINT "RuleCheck_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionNotice" ADD CONSTRAINT "CorrectionNotice_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publicity" ADD CONSTRAINT "Publicity_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationMessage" ADD CONSTRAINT "ApplicationMessage_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PaymentBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Guards that the schema language cannot say.

-- One current statement per firm, fact and year.
CREATE UNIQUE INDEX "EnterpriseFact_current_key" ON "EnterpriseFact" ("enterpriseId", "fact", "year") WHERE "supersededAt" IS NULL;

-- One open application per firm, item and year.
CREATE UNIQUE INDEX "Application_open_key" ON "Application" ("enterpriseId", "itemId", "year")
  WHERE "state" NOT IN ('closed', 'rejected', 'withdrawn', 'lapsed');

-- One current account per firm.
CREATE UNIQUE INDEX "BankAccount_current_key" ON "BankAccount" ("enterpriseId") WHERE "retiredAt" IS NULL;

-- One running publicity period and one live payment per application.
CREATE UNIQUE INDEX "Publicity_running_key" ON "Publicity" ("applicationId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Payment_live_key" ON "Payment" ("applicationId") WHERE "status" IN ('pending', 'batched', 'paid');

-- One envelope per document, item and year.
CREATE UNIQUE INDEX "Envelope_document_key" ON "Envelope" ("documentId", "year", "regionCode") WHERE "itemId" IS NULL;
CREATE UNIQUE INDEX "Envelope_item_key" ON "Envelope" ("documentId", "year", "regionCode", "itemId") WHERE "itemId" IS NOT NULL;

-- Work that waits.
CREATE INDEX "ReviewTask_open_idx" ON "ReviewTask" ("departmentId", "regionCode", "dueOn") WHERE "closedAt" IS NULL;
CREATE INDEX "Outbox_waiting_idx" ON "Outbox" ("availableAt") WHERE "processedAt" IS NULL AND "failedAt" IS NULL;
CREATE INDEX "Deadline_waiting_idx" ON "Deadline" ("dueAt") WHERE "handledAt" IS NULL AND "cancelledAt" IS NULL;

-- Money never goes below zero or over what was granted.
ALTER TABLE "Envelope"
  ADD CONSTRAINT "Envelope_sums_check" CHECK ("grantedFen" >= 0 AND "reservedFen" >= 0 AND "disbursedFen" >= 0),
  ADD CONSTRAINT "Envelope_never_overspent_check" CHECK ("reservedFen" + "disbursedFen" <= "grantedFen");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount_check" CHECK ("amountFen" > 0);
ALTER TABLE "Application" ADD CONSTRAINT "Application_amount_check" CHECK ("approvedFen" IS NULL OR "approvedFen" >= 0);

-- The entries of one ledger transaction sum to zero when it commits.
CREATE FUNCTION ledger_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") FROM "LedgerEntry" WHERE "transactionId" = NEW."transactionId") <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "LedgerEntry_balanced" AFTER INSERT ON "LedgerEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_is_balanced();

-- What is written for good: neither changed nor removed, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Transition_append_only" BEFORE UPDATE OR DELETE ON "Transition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerTransaction_append_only" BEFORE UPDATE OR DELETE ON "LedgerTransaction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PolicyItemVersion_append_only" BEFORE UPDATE OR DELETE ON "PolicyItemVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RuleCheck_append_only" BEFORE UPDATE OR DELETE ON "RuleCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Serials of application and batch numbers.
CREATE SEQUENCE application_serial;
CREATE SEQUENCE batch_serial;
