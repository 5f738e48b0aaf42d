-- What a firm has to keep up after a decision for it, as its item says, with the day on which the office looks.
CREATE TABLE "Obligation" (
  "id" UUID NOT NULL,
  "applicationId" UUID NOT NULL,
  "place" INTEGER NOT NULL,
  "departmentId" TEXT NOT NULL,
  "regionCode" TEXT NOT NULL,
  "dueOn" TEXT NOT NULL,
  "figure" DOUBLE PRECISION,
  "status" TEXT NOT NULL DEFAULT 'open',
  "note" TEXT,
  "found" DOUBLE PRECISION,
  "openedAt" TIMESTAMPTZ(3) NOT NULL,
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Obligation_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Obligation_status_check" CHECK ("status" IN ('open', 'fulfilled', 'breached', 'dropped')),
  CONSTRAINT "Obligation_ended_check" CHECK (("status" = 'open') = ("endedAt" IS NULL)),
  CONSTRAINT "Obligation_breach_check" CHECK ("status" <> 'breached' OR ("note" IS NOT NULL AND "endedById" IS NOT NULL))
);
CREATE UNIQUE INDEX "Obligation_open_key" ON "Obligation"("applicationId", "place") WHERE "status" = 'open';
CREATE INDEX "Obligation_office_idx" ON "Obligation"("departmentId", "regionCode", "status", "dueOn");
CREATE INDEX "Obligation_applicationId_idx" ON "Obligation"("applicationId");
