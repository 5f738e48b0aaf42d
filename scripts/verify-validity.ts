/**
 * Goes through every day of 2026 and 2027 with the catalogue: nothing is offered outside its term or unconfirmed, no year is
 * written out without a reason, no verdict turns but for a reason of the text. `npm run verify:validity` (`-- --json`,
 * `-- --root DIR`); exit code 1 if anything is found.
 */
import { parseArgs } from "node:util";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { isInForce } from "~/features/policies/domain/validity";
import { readFolder } from "./validity/rules";
import { travel, type Finding } from "./validity/travel";

const { values } = parseArgs({
  options: { root: { type: "string", default: "rules" }, json: { type: "boolean", default: false } },
});
const { days, watched, unwatched, findings } = travel(readFolder(values.root), {
  isOffered: isInForce,
  verdict: (item, facts, day) => evaluateCondition(item.conditions, facts, day),
});
const count = (kind: Finding["kind"]) => findings.filter((each) => each.kind === kind).length;
const counts = {
  days,
  offeredOutsideTerm: count("offeredOutsideTerm"),
  offeredUnconfirmed: count("offeredUnconfirmed"),
  literalYears: count("literalYears"),
  unexplainedFlips: count("unexplainedFlips"),
};
if (values.json) console.log(JSON.stringify(counts));
else {
  for (const { itemId, day, kind, text } of findings) console.log(`${itemId} ${day ?? ""} ${kind}: ${text}`);
  for (const id of unwatched) console.log(`${id}: no profile found that is eligible on the eve`);
  console.log(`${days} days, ${watched} items watched daily; ${findings.length} findings`);
}
if (findings.length > 0) process.exitCode = 1;
