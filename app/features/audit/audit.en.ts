import type { Translation } from "~/i18n/translation";
import type { audit as zh } from "./audit.zh";

export const audit: Translation<typeof zh> = {
  title: "Audit log", lead: "Who did what to what, and when. Entries are only ever added.", actor: "Person", actorHint: "Beginning of login name or name", action: "Deed", actionHint: "for example session.refused", subject: "Subject", subjectHint: "id or kind of the subject", from: "From", to: "To", at: "Time", role: "Role", address: "Address", change: "Change",
  before: "Before", after: "After", system: "Platform", export: "Export CSV (at most {{count}} lines)", older: "Older entries", newest: "Back to the newest", none: "No entries fit", noneText: "Try with wider filters.", list: "Entries of the log", details: "Show",
  faults: { content: "Changed", link: "Link broken", gap: "Missing", stream: "In a foreign chain", end: "Wrong end", seal: "Seal broken", published: "Not as published", unrecorded: "Step without entry" },
  areas: { log: "Log", seals: "Seals and verification", replay: "Replay of decisions" },
  seals: {
    title: "Audit roots", lead: "Soon after midnight the ends of all audit chains are joined into one root, which is published. Anybody may keep it, to check the proof of a case.", check: "Check the proof of a case", how: "How to check", one: "The firm downloads the proof on the page of its case.", two: "Open the checking page and choose the proof; the file is sent nowhere.", three: "Compare the root shown there with the one below, or with the one you kept yourself.", offline: "can be kept on your machine in one folder and work without a network.",
    day: "Day", number: "No. {{number}}", at: "Sealed at", streams: "Chains that grew", events: "Events in all", root: "Root (SHA-256)", file: "File", download: "Download", none: "No roots yet", noneText: "The first is published with the first seal after the start.",
    now: "Seal now", nowHint: "Seals and publishes the ends of all chains as they stand, without waiting for midnight.", done: "Sealed as No. {{number}}.", verify: "Verify the whole log", verifyHint: "Recomputes every event's hash and compares ends of chains, seals and exported roots.", sound: "Sound: {{events}} events, {{streams}} chains, {{seals}} seals, {{published}} exported roots, no fault.", unsound: "{{count}} faults", where: "Where", kind: "Fault", text: "What",
  },
  replay: {
    title: "Replay of decisions", lead: "Computes a case again from its pinned item, its workflow and the data frozen at submission, and compares bit for bit with what was concluded.", case: "Number or id of the case", run: "Replay", same: "Equal bit for bit", differs: "Differs", none: "No such case", noneText: "Check the number.", recent: "Cases decided last", number: "Number", item: "Item", state: "State", result: "Result", open: "Open",
    checks: "{{count}} checks of eligibility", moves: "{{count}} steps", version: "item version {{number}}", machine: "workflow {{id}} version {{version}}", part: "Part", at: "Where", recorded: "Recorded", replayed: "Replayed",
    parts: { item: "Item", machine: "Workflow", facts: "Frozen data", verdict: "Verdict", trace: "Comparisons", amount: "Sum", move: "Step", snapshot: "Snapshot", log: "Audit log" },
  },
};
