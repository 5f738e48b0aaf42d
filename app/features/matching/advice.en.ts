import type { Translation } from "~/i18n/translation";
import type { advice as zh } from "./advice.zh";

export const advice: Translation<typeof zh> = {
  nav: { label: "Tools", matches: "All policies", close: "Nearly there", questions: "A few questions", combination: "Best combination", report: "Report" },
  close: {
    title: "Nearly there", lead: "Of the policies that do not fit yet: the fewest changes that would make them fit, and what they would bring.",
    tab: { changeable: "You can change it", time: "Time will bring it", answer: "Answers will tell", fixed: "Cannot be changed" }, tabs: "Who brings it about",
    about: { changeable: "Investing, hiring, certifying, applying for a title: what a firm can do itself.", time: "Years since founding or recognition: it comes about by waiting.", answer: "Not known yet: these facts will tell.", fixed: "It hangs on place, industry or the past, which a firm cannot change." },
    order: "Sort by", orders: { yield: "Yuan per effort", sum: "Sum, highest first", ease: "Easiest first" },
    need: "It fits once these are done:", needAnswer: "It fits if these are so:", needFixed: "What is missing:", other: "Another way",
    now: "now {{from}}", to: "has to be {{to}}", day: "about {{day}}", fewest: "The fewest changes", atMost: "at most", gain: "Would bring", gainUpTo: "Ceiling rises by", own: "This item {{sum}}; reckoned together with what fits already", would: "If it fits", wouldUpTo: "If it fits, at most",
    effort: { small: "A small step", medium: "Some effort", large: "A large effort" }, none: "No policies of this kind", noneHint: "Look at the other kinds, or add to the firm's profile.", noWay: "No way is known", ask: "Start answering",
  },
  questions: {
    title: "A few questions", lead: "One question at a time, the one that settles the most money first. Skip, go back or stop whenever you like.", why: "Why we ask", whyText: "Whether {{count}} policies fit hangs on this answer. The highest sums among them:", progress: "{{done}} answered, {{open}} policies cannot be told yet", answer: "Answer and go on", skip: "Skip", back: "Back to the last question", stop: "See the result",
    changed: "Your last answer: eligible policies {{change}}, cash due {{sum}}.", settled: "{{count}} policies fewer are open.", nothing: "Nothing changed.",
    done: "Nothing left to ask", doneText: "All questions about the firm are answered. {{open}} policies hang on a project and are asked about when you apply.", again: "See skipped questions again", bad: "Please check what you entered",
  },
  combination: {
    title: "Best combination", lead: "What to take of the policies that fit so that the total is greatest: one of each exclusive group, shared ceilings reckoned together. Every choice is compared; it is no estimate.",
    cash: "Cash due", upTo: "With a ceiling", nonCash: "Not cash", unpriced: "Sum not known yet", total: "Total", taken: "Taken", givenUp: "Given up", why: "Why", counted: "Counted", alone: "Alone", item: "Policy", none: "No policies to choose from", cut: "Cut to {{sum}} by a shared ceiling",
    reason: { exclusive: "Only one counts: “{{instead}}” is higher", conflict: "Cannot stand beside “{{instead}}”", sharedCap: "The ceiling shared with “{{instead}}” is reached", sharedCapFull: "The shared ceiling is reached", received: "“{{instead}}” was paid this year", noMoney: "Brings nothing at present" },
    note: "Sums with a ceiling are fixed by the office and not added to cash. Where a group holds both, the certain sum is taken first.", cashHint: "Sums are certain",
  },
  report: {
    title: "Report on the support due", lead: "{{name}} ({{code}}), as of {{day}}, checked condition by condition by the firm's profile.", print: "Print", json: "Download data (JSON)", owed: "Due now", open: "Answers will tell", close: "Nearly there", never: "Cannot be met", item: "Policy", department: "Department", nature: "Nature", sum: "Sum", needs: "Missing", closes: "Closes", showAll: "Show the list", none: "None", count: "{{count}} items", sumOpen: "Sum not known yet", notCounted: "Not counted: group or ceiling",
    note: "Cash is reckoned as the best combination; ceilings are fixed by the office and not added to cash; what is not cash is only counted. This report follows what was entered; the office decides.", openNote: "These can be told once facts are known; they are in no total.", neverNote: "They hang on place, industry or the past, which a firm cannot change.",
  },
};
