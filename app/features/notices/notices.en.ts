import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  page: {
    title: "Notices",
    lead: "Matches and moves of your cases are told here, each once.",
    all: "All",
    unread: "Unread",
    markAll: "Mark all as read",
    mark: "Mark as read",
    open: "Open",
    list: "List of notices",
    none: "No notices",
    noneUnread: "No unread notices",
    noneText: "New matches and moves of your cases will be told here.",
    filter: "Filter of notices",
    new: "Unread",
    count: "{{count}} in all",
  },
  unstated: "as the policy states",
  mail: {
    greeting: "Dear {{name}},",
    footer: "Huiqitong (sent automatically, please do not reply)",
  },
  unknown: {
    title: "A new notice",
    text: "Something needs your attention.",
  },
};
