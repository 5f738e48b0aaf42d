import type { Translation } from "~/i18n/translation";
import type { claims as zh } from "./claims.zh";

export const claims: Translation<typeof zh> = {
  barred: "This cannot be had again",
  counted: "Had or under way already",
  line: "“{{title}}” ({{year}}, CNY {{sum}}, {{rank}})",
  rank: { underWay: "under way", approved: "granted", paid: "paid" },
  why: {
    ever: "A firm has this policy once.",
    year: "A firm has this policy once a year.",
    years: "The firm has had this policy in as many years as there are.",
    deed: "The same project, person, contract or event counts once.",
    group:
      "Of policies that exclude each other only one is had. The firm has had another, and the text pays no difference.",
    groupOpen:
      "Of policies that exclude each other only one is had. To have this one, withdraw the case that is under way; then this one can be sent.",
    topUp: "This policy pays only the difference to what was had.",
    cap: "Policies under one cap share it; what was had is deducted from the cap.",
    beside: "A similar case with another name or number; see that it is not the same project.",
  },
  expired: "This policy has ended or was replaced: this draft can't be sent any more and stays readable.",
  doubtful: "Whether this policy is in force is to be confirmed: until then this draft can't be sent. It is kept.",
  upcoming: "This policy is not yet in force: until then this draft can't be sent. It is kept.",
  claimsShut: "Claims are not open now; claims for {{year}} open on {{day}}. The draft is kept.",
  ended: "This policy ended on {{day}}. The draft can no longer be sent; it stays readable.",
};
