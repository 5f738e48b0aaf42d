ALTER TABLE "Application" ADD COLUMN "listId" UUID;
ALTER TABLE "ReviewTask" ADD COLUMN "warnedAt" TIMESTAMPTZ(3), ADD COLUMN "escalatedAt" TIMESTAMPTZ(3);
CREATE INDEX "ReviewTask_assigneeId_closedAt_idx" ON "ReviewTask"("assigneeId", "closedAt");

CREATE TABLE "BenefitList" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "departmentId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT,
    "lines" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "BenefitList_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BenefitList_departmentId_regionCode_createdAt_idx" ON "BenefitList"("departmentId", "regionCode", "createdAt");
ALTER TABLE "Application" ADD CONSTRAINT "Application_listId_fkey" FOREIGN KEY ("listId") REFERENCES "BenefitList"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Application_listId_idx" ON "Application"("listId");

CREATE TABLE "ExpertScore" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "ExpertScore_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ExpertScore_score_check" CHECK ("score" BETWEEN 0 AND 100)
);
CREATE UNIQUE INDEX "ExpertScore_applicationId_expertId_key" ON "ExpertScore"("applicationId", "expertId");
ALTER TABLE "ExpertScore" ADD CONSTRAINT "ExpertScore_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RankingRound" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "departmentId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "poolFen" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    CONSTRAINT "RankingRound_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RankingRound_two_persons_check" CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById" OR "status" = 'dropped')
);
CREATE INDEX "RankingRound_itemId_year_idx" ON "RankingRound"("itemId", "year");

CREATE TABLE "Objection" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "objector" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Objection_applicationId_idx" ON "Objection"("applicationId");
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Recusal" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "replacementId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Recusal_applicationId_userId_key" ON "Recusal"("applicationId", "userId");
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Absence_deputy_check" CHECK ("deputyId" <> "userId" AND "toDay" >= "fromDay")
);
CREATE INDEX "Absence_userId_toDay_idx" ON "Absence"("userId", "toDay");

CREATE TABLE "Reconsideration" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Reconsideration_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Reconsideration_applicationId_idx" ON "Reconsideration"("applicationId");
ALTER TABLE "Reconsideration" ADD CONSTRAINT "Reconsideration_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RecoveryCase" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sumFen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "dueOn" TEXT,
    "recoveryId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "RecoveryCase_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RecoveryCase_sum_check" CHECK ("sumFen" > 0),
    CONSTRAINT "RecoveryCase_two_persons_check" CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById")
);
CREATE INDEX "RecoveryCase_enterpriseId_status_idx" ON "RecoveryCase"("enterpriseId", "status");
CREATE INDEX "RecoveryCase_applicationId_idx" ON "RecoveryCase"("applicationId");
ALTER TABLE "RecoveryCase" ADD CONSTRAINT "RecoveryCase_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Exclusion" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "recoveryId" UUID NOT NULL,
    "departmentId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "repairGrounds" TEXT,
    "repairAskedAt" TIMESTAMPTZ(3),
    "repairAnswer" TEXT,
    "repairedAt" TIMESTAMPTZ(3),
    "repairedById" UUID,
    CONSTRAINT "Exclusion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Exclusion_enterpriseId_toDay_idx" ON "Exclusion"("enterpriseId", "toDay");
ALTER TABLE "Exclusion" ADD CONSTRAINT "Exclusion_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Rating" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "ratedById" UUID NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL,
    "followUp" TEXT,
    "followedUpById" UUID,
    "followedUpAt" TIMESTAMPTZ(3),
    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Rating_stars_check" CHECK ("stars" BETWEEN 1 AND 5)
);
CREATE UNIQUE INDEX "Rating_applicationId_key" ON "Rating"("applicationId");
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
