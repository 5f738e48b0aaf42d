import type { Translation } from "~/i18n/translation";
import type { audit as zh } from "./audit.zh";
import { actions } from "./actions.en";
import { replay } from "./replay.en";
import { seals } from "./seals.en";
import { subjects } from "./subjects.en";

export const audit: Translation<typeof zh> = {
  title: "Audit log",
  lead: "Who did what to what, and when. Entries are only ever added.",
  actor: "Person",
  actorHint: "Beginning of login name or name",
  action: "Deed",
  actionHint: "for example session.refused",
  subject: "Subject",
  subjectHint: "id or kind of the subject",
  from: "From",
  to: "To",
  at: "Time",
  role: "Role",
  address: "Address",
  change: "Change",
  before: "Before",
  after: "After",
  system: "Platform",
  export: "Export CSV (at most {{count}} lines)",
  older: "Older entries",
  newest: "Back to the newest",
  none: "No entries fit",
  noneText: "Try with wider filters.",
  list: "Entries of the log",
  details: "Show",
  faults: {
    content: "Changed",
    link: "Link broken",
    gap: "Missing",
    stream: "In a foreign chain",
    end: "Wrong end",
    seal: "Seal broken",
    published: "Not as published",
    unrecorded: "Step without entry",
    note: "Note not as signed",
  },
  actions,
  subjects,
  areas: {
    log: "Log",
    seals: "Seals and verification",
    replay: "Replay of decisions",
  },
  seals,
  explained: {
    title: "Events once reported by mistake: {{count}}",
    lead: "These events are what was written. Verifiers of their time could not read their numbers whole and reported them as changed.",
    open: "no note yet",
    by: "see note No. {{number}}",
    notes: "Signed notes",
    note: "No. {{number}}, on {{count}} events",
    reason: "What happened",
    sign: "Sign a note on {{count}} events",
  },
  replay,
};
