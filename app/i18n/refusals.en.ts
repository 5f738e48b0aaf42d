import type { refusals as zh } from "./refusals.zh";
import type { Translation } from "./translation";

export const refusals: Translation<typeof zh> = {
  request: { forbidden: "You may not see or do this", "not-found": "There is no such page or case", failed: "This did not work just now", "foreign-origin": "The request did not come from our own pages and was refused" },
  identity: { "sign-in-failed": "Login name or password is wrong", locked: "Too many tries; please wait {{minutes}} minutes", "invitation-spent": "The invitation is no longer valid; ask the firm's owner for a new one", "last-owner": "A firm needs at least one owner", "claim-impossible": "The request can't be sent; please check the unified social credit code", "claim-decided": "This request has been decided already", "own-account": "You can't change your own account; another system administrator must", "changed-meanwhile": "Somebody has just changed this; please reload", "calendar-unknown": "The calendar does not know {{date}}" },
  enterprises: { "not-found": "There is no such firm", "fact-not-of-profile": "This fact belongs to one application, not to the profile", "no-firm": "Register or choose a firm first" },
  policies: { "not-found": "There is no such policy" },
  applications: {
    "not-found": "There is no such application", "not-offered": "This policy takes no applications at present", "open-exists": "An application for this year is already under way", incomplete: "Still to be filled in: {{missing}}", "not-eligible": "By what is known the firm does not meet the conditions",
    "facts-missing": "Facts that decide eligibility are still missing", "engine-disagrees": "The two eligibility checks disagree; the case was stopped and the administrator told", "key-reused": "This differs from what was sent before under the same number; please reload", "version-conflict": "The application has just changed; please reload", "not-draft": "A submitted application can't be changed",
    "file-type": "Only PDF, PNG, JPEG, XLSX and DOCX whose content fits are taken", "file-size": "A file may have at most 20 MB", "file-empty": "The file is empty",
  },
  redemption: { "reason-missing": "Give the reason", "points-missing": "List at least one thing to correct", "sum-wrong": "The sum must be above zero and not above the sum worked out", "calendar-end": "The working calendar does not reach {{day}}; the administrator must extend it", "not-allowed": "This can't be done at this stage", "same-person": "The approver must differ from the first reviewer", "other-department": "Another department has this case", "machine-mismatch": "The workflow version does not fit; the case was stopped", "correction-spent": "The one correction notice has been sent already", disagreement: "A co-department disagrees: send the case back or reject it", "objection-open": "An objection raised in the publicity period is still open" },
  funds: { "grant-wrong": "The sum must be above zero", "no-envelope": "There is no budget for this policy this year", exhausted: "The budget does not suffice", "batch-empty": "Choose at least one payment", "batch-state": "The batch can't be handled so in its present state", "two-persons": "The releaser must differ from the maker" },
  monitoring: { "export-too-long": "The list has {{count}} applications, more than the {{most}} of one export: narrow it and export in parts" },
};
