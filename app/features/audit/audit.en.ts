import type { Translation } from "~/i18n/translation";
import type { audit as zh } from "./audit.zh";

export const audit: Translation<typeof zh> = {
  title: "Audit log", lead: "Who did what to what, and when. Entries are only ever added.", actor: "Person", actorHint: "Beginning of login name or name", action: "Deed", actionHint: "for example session.refused", subject: "Subject", subjectHint: "id or kind of the subject", from: "From", to: "To", at: "Time", role: "Role", address: "Address", change: "Change",
  before: "Before", after: "After", system: "Platform", export: "Export CSV (at most {{count}} lines)", older: "Older entries", newest: "Back to the newest", none: "No entries fit", noneText: "Try with wider filters.", list: "Entries of the log", details: "Show",
};
