-- A document waits at an office once at a time.
CREATE UNIQUE INDEX "Task_document_key" ON "Task"("subjectId", "departmentId", "regionCode") WHERE "subjectType" = 'document' AND "closedAt" IS NULL;

-- Terms are stopped by what they are of.
CREATE INDEX "Deadline_subjectType_subjectId_idx" ON "Deadline"("subjectType", "subjectId");
