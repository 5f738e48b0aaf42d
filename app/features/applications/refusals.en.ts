import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "not-found": "There is no such application",
  "apply-free": "This needs no application: once the department has listed your firm, you confirm with one click",
  "not-offered": "This policy takes no applications at present",
  "open-exists": "An application for this year is already under way",
  "code-unconfirmed":
    "The firm's credit code has not been confirmed yet, so nothing can be submitted; what was filled in stays and can be sent afterwards",
  "code-refused":
    "The firm's credit code was not confirmed, so nothing can be submitted; please have the registration put right",
  incomplete: "Still to be filled in: {{missing}}",
  "not-eligible": "By what is known the firm does not meet the conditions",
  "facts-missing": "Facts that decide eligibility are still missing",
  "engine-disagrees": "The two eligibility checks disagree; the case was stopped and the administrator told",
  "key-reused": "This differs from what was sent before under the same number; please reload",
  "version-conflict": "The application has just changed; please reload",
  "no-account": "Enter the account first",
  "account-changed":
    "The firm’s account was changed after you opened this page; nothing was sent. Check the account now in use, then send.",
  "points-unanswered": "Please answer every point you were asked to correct, each in at most 500 characters",
  claimed: "This cannot be had again: $t(applications:claims.why.{{why}}) Cases concerned: {{casesEn}}",
  "claim-left": "After what the firm was paid, was granted and asks for elsewhere, {{left}} is left at the most",
  expired: "This policy has ended or was replaced; nothing can be sent any more. The draft stays readable.",
  doubtful: "Whether this policy is in force is to be confirmed; until then nothing can be sent. The draft is kept.",
  upcoming: "This policy is not yet in force; until then nothing can be sent. The draft is kept.",
  "quota-used": "This policy is first come, first served, and all of it has been granted",
  "claims-shut": "Claims are not open now. Claims for {{year}} open on {{day}}.",
  ended: "This policy ended on {{day}}; nothing can be sent any more. The draft stays readable.",
  "not-draft": "A submitted application can't be changed",
  "draft-changed":
    "Somebody saved this draft after you opened the page; it was not discarded. Look at what is new; to discard it all the same, confirm once more.",
  "undo-over": "It can't be brought back: ten minutes have passed, or the policy was applied for meanwhile",
  "file-type": "Only PDF, OFD, PNG, JPEG, XLSX and DOCX whose content fits are taken",
  "file-password":
    "The file asks for a password, so nobody could open it here. Take the password away first: open a PDF and print or save it as a new PDF; in Word and Excel clear it under File, Info, Protect (in WPS under File, Encrypt). Then upload it again",
  "file-damaged":
    "The file can't be opened: it was not saved whole, or is damaged. Open it yourself to see that all is there, export or scan it anew, then upload it again",
  "file-renamed":
    "The ending of the name does not fit the content. Use the original ending; changing it converts nothing",
  "file-old-office": "This format cannot be shown here. Save it as XLSX, DOCX or PDF in WPS or Office and upload that",
  "file-heic":
    "HEIC photos cannot be shown here. Convert them to JPG (or choose the most compatible camera format) and upload that",
  "file-image":
    "A picture of this kind can't be shown here. Save it as JPG or PNG (or print it to PDF), then upload that",
  "file-archive": "An archive can't be shown here. Unpack it and upload the files in it one by one",
  "file-size": "A file may have at most 20 MB",
  "file-empty": "The file is empty",
};
