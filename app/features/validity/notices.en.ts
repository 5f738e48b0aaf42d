import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  validityStated: {
    title: "A statement of validity waits for you",
    text: "{{person}} stated the validity of “{{name}}”. Please check it, then sign or refuse it.",
  },
  validitySigned: {
    title: "Your statement of validity was signed",
    text: "{{person}} signed what you stated of “{{name}}”. It has taken effect.",
  },
  validityRefused: {
    title: "Your statement of validity was refused",
    text: "{{person}} refused what you stated of “{{name}}”. Please look at the reason.",
  },
  validityEnds: {
    title: "A document ends within {{days}} days",
    text: "“{{name}}” is in force until {{day}}. Please say whether it is extended, replaced or may end.",
  },
  validityYearly: {
    title: "A document is due for confirmation",
    text: "The last confirmation of “{{name}}” is a year old on {{day}}. Please check again.",
  },
};
