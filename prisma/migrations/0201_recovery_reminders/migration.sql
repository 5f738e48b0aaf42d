-- What was done about a recovery that was not paid in time: the firm was urged, the department was told that it may go to court.
CREATE TABLE "RecoveryReminder" (
  "id" UUID NOT NULL,
  "recoveryId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "fen" BIGINT NOT NULL,
  "onDay" TEXT NOT NULL,
  "answerBy" TEXT,
  "byId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RecoveryReminder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RecoveryReminder_recoveryId_fkey" FOREIGN KEY ("recoveryId") REFERENCES "Recovery"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "RecoveryReminder_kind_check" CHECK ("kind" IN ('urged', 'handedOn')),
  CONSTRAINT "RecoveryReminder_sum_check" CHECK ("fen" > 0),
  CONSTRAINT "RecoveryReminder_term_check" CHECK (("kind" = 'urged') = ("answerBy" IS NOT NULL))
);
CREATE UNIQUE INDEX "RecoveryReminder_recoveryId_kind_onDay_key" ON "RecoveryReminder"("recoveryId", "kind", "onDay");
CREATE TRIGGER "RecoveryReminder_append_only" BEFORE UPDATE OR DELETE ON "RecoveryReminder" FOR EACH ROW EXECUTE FUNCTION refuse_change();
