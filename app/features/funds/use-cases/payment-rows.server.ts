/** What the treasury, who pays out and takes in, does to payments and recoveries of the ledger; always within a use case of its own. */
export { isPosted } from "../adapters/ledger.repository.server";
export {
  changePayment,
  findLatest,
  insertPayment,
  lockPayments,
  lockWithAll,
  movePaymentRow,
  putIntoBatch,
} from "../adapters/payment.repository.server";
export { findRecovery, passOnDeductions } from "../adapters/recovery.repository.server";
