-- What waits by its state, and not by a step, waits at an office once at a time.
DROP INDEX "Task_document_key";
CREATE UNIQUE INDEX "Task_once_key" ON "Task"("subjectType", "subjectId", "departmentId", "regionCode")
  WHERE "subjectType" IN ('document', 'obligation', 'condition', 'selection') AND "closedAt" IS NULL;
