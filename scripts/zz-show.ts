import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { draftClauses } from "~/features/workbench/domain/drafting/draft-clauses";
import { indexFacts } from "~/features/workbench/domain/drafting/fact-index";
import { readFileSync } from "node:fs";
const c = loadCatalogueFiles("rules");
const context = { index: indexFacts([...c.facts.values()], JSON.parse(readFileSync("rules/synonyms.json","utf8"))), departments: c.departments };
const { createHash } = await import("node:crypto");
for (const id of process.argv.slice(2)) {
  const i = c.byId.get(id); 
  let clauses: any = [{part:"pasted", text:id}];
  if (i) { if (createHash("sha256").update(c.documentIdOf(id)).digest()[0]! >= 128) { console.log("held"); continue; }
    clauses = [{part:"title",text:i.title},{part:"summary",text:i.summary},...(i.notes?[{part:"notes",text:i.notes}]:[])]; }
  const d = draftClauses(clauses, context);
  console.log("##", d.text);
  for (const p of d.proposals) console.log("  ", JSON.stringify(p.what).slice(0,260), "|", p.spans.map(s=>d.text.slice(s.start,s.end)).join("…"), "|", p.others.slice(0,3).join(","));
  console.log("   unplaced:", d.unplaced.map(u=>u.words).join(" / "));
}
