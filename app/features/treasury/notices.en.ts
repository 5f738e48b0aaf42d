import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  recoveryUrged: {
    title: "Money to be given back is overdue",
    text: "{{sum}} of what was to be given back for “{{item}}” by {{due}} is still missing. Please send it by {{day}}; until then you may state your case to the department. After that the department may apply to the court for enforcement.",
  },
  lineExplained: {
    title: "An explained bank line waits for you",
    text: "{{person}} has said what a line of the bank’s file {{name}} was that could not be booked. Please check and confirm.",
  },
  lineConfirmed: {
    title: "Your explanation of a bank line was confirmed",
    text: "{{person}} has confirmed what you said of a line of the bank’s file {{name}}.",
  },
  lineRefused: {
    title: "Your explanation of a bank line was sent back",
    text: "{{person}} has sent back what you said of a line of the bank’s file {{name}}; please see why.",
  },
  excessHeld: {
    title: "You returned more than was demanded",
    text: "{{sum}} more than demanded came back for “{{item}}”. The treasury sends it back to the account it was paid to; you need do nothing.",
  },
  excessRefunded: {
    title: "The excess was sent back",
    text: "{{sum}} that you had returned beyond the demand for “{{item}}” was sent back to the account it was paid to.",
  },
  paymentReturned: {
    title: "The bank sent a payment back",
    text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. The treasury will pay again; you need do nothing.",
  },
  paymentNeedsAccount: {
    title: "Please give another account",
    text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. Give another account and it will be paid again.",
  },
};
