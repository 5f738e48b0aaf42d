import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  recoveryDecided: {
    title: "Money must be given back",
    text: "{{sum}} of what was paid for “{{item}}” must be given back. Reason: {{reason}}",
  },
  budgetProposed: {
    title: "A budget order waits for release",
    text: "{{person}} proposed an order on “{{name}}”. Please release or refuse it.",
  },
  budgetReleased: {
    title: "Budget order released",
    text: "{{person}} released your order on “{{name}}”; it is booked.",
  },
  budgetRefused: {
    title: "Budget order refused",
    text: "{{person}} refused your order on “{{name}}”; the reason stands with it.",
  },
  poolBelowFloor: {
    title: "The pool is below its floor",
    text: "{{left}} are left in the pool, less than its floor of {{floor}}. Please have it refilled.",
  },
};
