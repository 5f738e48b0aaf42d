import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  troubleOpened: {
    title: "Something cannot go on and needs a person",
    text: "The platform cannot carry something out by itself. Please look at the reason and deal with it by {{day}}.",
  },
  workHandedOver: {
    title: "A colleague's work was handed over",
    text: "The account of {{person}} was disabled or changed. {{count}} pieces of work were handed over; what has no successor is everybody's again: please assign it.",
  },
  taskAssigned: {
    title: "A case was given to you",
    text: "{{number}} of {{firm}} ({{work}}) was given to you. {{todo}}",
  },
  taskNear: {
    title: "A term is about to end",
    text: "{{work}} of {{number}} (“{{item}}”) is due by {{day}}. {{todo}}",
  },
  tasksNear: {
    title: "Several terms are about to end",
    text: "{{count}} {{what}} are due soon, the first by {{day}}.",
  },
  tasksOverdue: {
    title: "Several terms are over",
    text: "{{count}} {{what}} are overdue, the first since {{day}}.",
  },
  taskOverdue: {
    title: "A term is over",
    text: "{{work}} of {{number}} (“{{item}}”) was due by {{day}} and is overdue.",
  },
};
