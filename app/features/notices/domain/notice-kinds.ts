/** What people are told of; each kind has its words in namespace `notices` under `<kind>.title` and `<kind>.text`. */
export const noticeKinds = [
  "matchOpened",
  "matchAmount",
  "matchesOpened",
  "matchClosing",
  "claimOpened",
  "claimGranted",
  "claimRefused",
  "memberJoined",
  "passwordChanged",
  "taskOpened",
  "recoveryDecided",
  "paymentReturned",
  "paymentNeedsAccount",
  "poolBelowFloor",
  "case.countyReview",
  "case.departmentReview",
  "case.correcting",
  "case.publicity",
  "case.awaitingBudget",
  "case.payment",
  "case.closed",
  "case.rejected",
  "case.lapsed",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
