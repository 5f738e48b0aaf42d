/** Where the server dies before it serves: the database is empty then. */
export const startPoints = ["migration.applied", "migration.committed", "PolicyItemVersion.written"] as const;

/** Where the server dies while firms, reviewers and the treasury work. */
export const workPoints = [
  "transaction.begun",
  "transaction.worked",
  "transaction.committed",
  "Application.written",
  "Transition.written",
  "AuditEvent.written",
  "Outbox.written",
  "Deadline.written",
  "LedgerTransaction.written",
  "Payment.written",
  "PaymentBatch.written",
  "upload.written",
  "upload.stored",
  "worker.rounds-done",
  "outbox.claimed",
  "outbox.notice-handled",
  "outbox.mail-handled",
  "Notice.written",
] as const;

/**
 * The short form: between the files of the schema, in the middle of a transaction and after its end, and between a
 * message and its note.
 */
export const shortPoints = [
  "migration.committed",
  "transaction.committed",
  "Transition.written",
  "outbox.notice-handled",
] as const;
