-- A firm that was urged gets more time when the calendar takes working days away: written down as a row of its own, which may
-- come several times a day.
ALTER TABLE "RecoveryReminder" DROP CONSTRAINT "RecoveryReminder_kind_check", DROP CONSTRAINT "RecoveryReminder_term_check";
ALTER TABLE "RecoveryReminder"
  ADD CONSTRAINT "RecoveryReminder_kind_check" CHECK ("kind" IN ('urged', 'handedOn', 'moved')),
  ADD CONSTRAINT "RecoveryReminder_term_check" CHECK (("kind" = 'handedOn') = ("answerBy" IS NULL));
DROP INDEX "RecoveryReminder_recoveryId_kind_onDay_key";
CREATE INDEX "RecoveryReminder_recoveryId_idx" ON "RecoveryReminder"("recoveryId");
CREATE UNIQUE INDEX "RecoveryReminder_recoveryId_kind_onDay_key" ON "RecoveryReminder"("recoveryId", "kind", "onDay") WHERE "kind" <> 'moved';
