-- Years whose holidays were announced, changes of the working calendar, and the open terms that each of them moved.

CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "changeId" UUID,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

CREATE TABLE "CalendarChange" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" TEXT,
    "issuedOn" TEXT,
    "reason" TEXT,
    "days" JSONB NOT NULL,
    "unread" JSONB NOT NULL DEFAULT '[]',
    "missing" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "moved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CalendarChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "CalendarChange_proposedAt_idx" ON "CalendarChange"("proposedAt");

CREATE TABLE "TermMove" (
    "id" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "applicationId" UUID,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "step" TEXT,
    "departmentId" TEXT,
    "regionCode" TEXT,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TermMove_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TermMove_applicationId_at_idx" ON "TermMove"("applicationId", "at");
CREATE UNIQUE INDEX "TermMove_changeId_kind_subjectId_key" ON "TermMove"("changeId", "kind", "subjectId");
ALTER TABLE "TermMove" ADD CONSTRAINT "TermMove_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CalendarChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards that the schema language cannot say.

ALTER TABLE "CalendarChange" ADD CONSTRAINT "CalendarChange_confirmed_check" CHECK (
    (status = 'confirmed') = ("confirmedAt" IS NOT NULL) AND (kind <> 'notice' OR ("number" IS NOT NULL AND "issuedOn" IS NOT NULL))
    AND (kind <> 'day' OR "reason" IS NOT NULL));
ALTER TABLE "TermMove" ADD CONSTRAINT "TermMove_day_check" CHECK ("fromDay" <> "toDay");

-- The notices that are out: 国办发明电〔2024〕12号, 国办发明电〔2025〕7号.
INSERT INTO "CalendarYear" ("year", "number", "issuedOn") VALUES
    (2025, '国办发明电〔2024〕12号', '2024-11-12'), (2026, '国办发明电〔2025〕7号', '2025-11-04');
-- A year is marked, not each of its days.
UPDATE "CalendarDay" SET note = NULL WHERE note = '暂按周一至周五，待国务院办公厅通知';
CREATE TRIGGER "TermMove_append_only" BEFORE UPDATE OR DELETE ON "TermMove" FOR EACH ROW EXECUTE FUNCTION refuse_change();
