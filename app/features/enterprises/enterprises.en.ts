import type { Translation } from "~/i18n/translation";
import type { enterprises as zh } from "./enterprises.zh";

export const enterprises: Translation<typeof zh> = {
  home: { lead: "What the policies now in force hold for your firm.", all: "See all matches", top: "The highest sums", none: "Nothing fits yet", noneHint: "Add to the firm's profile for a better answer", applications: "Latest applications", noApplications: "No applications yet.", profile: "Firm profile", known: "{{count}} figures are known. The more there are, the more is found.", improve: "Add to the profile" },
  profile: {
    title: "Firm profile", lead: "These figures are matched with every policy and filled in when you apply. Each names its source; add them whenever you like.", registration: "Registration", creditCode: "Unified social credit code", name: "Name", region: "Place", industry: "Industry", park: "Development zone", progress: "{{known}} of {{asked}} known", open: "Fill in", derived: "Worked out", derivedLead: "Worked out from what you filled in; you are not asked.", group: "{{group}}", saved: "Saved", ofYear: "These are figures of {{year}}: read “last year” in the questions as {{year}}.", years: "Year of the figures", noneOfYear: "Local policies use no figures of {{year}}", history: "{{count}} earlier statements", year: "figures of {{year}}", source: { declared: "stated by the firm", verified: "verified", imported: "imported", derived: "worked out" }, said: "{{source}}, {{day}}", save: "Save and match again", searchHint: "Only what the policies of your place use", all: "Show everything", relevant: "Only what local policies use",
  },
  import: {
    title: "Import firms", lead: "Upload CSV or XLSX, read the report, then decide. One mistake and nothing is imported.", file: "File", check: "Check", confirm: "Import", rows: "{{count}} rows, {{created}} new, {{updated}} updated", problems: "{{count}} problems; nothing was imported", firstOf: "; the first {{count}} are listed", row: "Row", column: "Column", reason: "Problem", done: "{{count}} firms were imported", unknownColumn: "Unknown column", missingColumn: "This column is missing", duplicate: "The code stands twice in the file",
  },
};
