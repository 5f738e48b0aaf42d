import { deedFacts } from "~/features/applications/domain/deed";
import { onceOf } from "~/features/policies/domain/once";
import type { Facts, PolicyItem } from "~/features/policies/domain/policy-item";
import { demoStaff } from "~/features/identity/domain/demo-accounts";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { countyDepartment } from "~/features/redemption/domain/tasks";
import { addDays, yearOf } from "~/kernel/plain-date";
import { pickEnding, type Ending, type Persons } from "./case-path";
import { caseTemplates, type CaseTemplate } from "./case-templates";
import { playCase, randomWorkday, type DemoCase } from "./demo-case";
import type { DemoSpan } from "./demo-span";
import type { RandomSource } from "./random-source";
import type { SeededFirm } from "./seed-firms";

export type Tools = { calendar: Map<string, boolean>; persons: Persons; random: RandomSource; span: DemoSpan };
type Choice = { firm: SeededFirm; template: CaseTemplate; ending: Ending; serial: number };

/** Cases that a desk of the demo accounts must not be without, then as many by chance as are asked for. */
export function playCases(
  catalogue: PublishedCatalogue,
  firms: readonly SeededFirm[],
  applications: number,
  tools: Tools,
): DemoCase[] {
  const open = new Set<string>();
  const cases: DemoCase[] = [];
  const add = (choice: Choice): boolean => {
    const key = keyOf(catalogue, choice);
    const demo = open.has(key) || isLeft(choice, firms) ? null : playChoice(catalogue, choice, tools);
    if (!demo) return false;
    open.add(key);
    cases.push(demo);
    return true;
  };
  let serial = 0;
  for (const { ending, count, fits } of certain) {
    const pairs = firms
      .flatMap((firm) => caseTemplates.map((template) => ({ firm, template })))
      .filter(({ firm, template: { itemId } }) =>
        fits(firm === firms[0], firm, catalogue.byId.get(itemId)?.redemption, itemId),
      );
    const wanted = cases.length + count;
    for (let attempt = 0; pairs.length > 0 && cases.length < wanted && attempt < pairs.length * 8; attempt += 1)
      add({ ...tools.random.pick(pairs), ending, serial: (serial += 1) });
  }
  const wanted = cases.length + applications;
  for (let attempt = 0; cases.length < wanted && attempt < applications * 8; attempt += 1)
    add({
      firm: tools.random.pick(firms),
      template: tools.random.pick(caseTemplates),
      ending: pickEnding(tools.random),
      serial: (serial += 1),
    });
  return cases;
}

/** Of the items of one exclusive group a firm has one. */
const keyOf = ({ byId }: PublishedCatalogue, { firm, template }: Pick<Choice, "firm" | "template">) =>
  `${firm.id}:${byId.get(template.itemId)?.item.exclusiveGroup ?? template.itemId}`;

/** Equipment of the first firm is left for whoever tries the demo. */
function isLeft({ firm, template }: Choice, firms: readonly SeededFirm[]): boolean {
  return firm === firms[0] && template.itemId.startsWith("zone-mfg");
}

type Certain = {
  ending: Ending;
  count: number;
  fits(isFirst: boolean, firm: SeededFirm, config: RedemptionConfig | undefined, itemId: string): boolean;
};
const deskOf = (name: string) => demoStaff.find(({ loginName }) => loginName === name);
const [countyDesk, bureauDesk] = [deskOf("county"), deskOf("reviewer")];

const ofBureau: Certain["fits"] = (isFirst, _, config) =>
  !isFirst && config?.workflow === "reviewed" && config.leadDepartmentId === bureauDesk?.departmentId;
const ofCounty: Certain["fits"] = (isFirst, { regionCode }, config) =>
  !isFirst &&
  regionCode === countyDesk?.regionCode &&
  config?.countyPreReview === true &&
  countyDepartment(config.leadDepartmentId) === countyDesk.departmentId;

/** What the first page of every demo account must not be without, whatever the day: the firm's own case, each desk's work, money that waits. */
const certain: readonly Certain[] = [
  { ending: "payment", count: 1, fits: (isFirst, ...of) => isFirst && of[2] === "zone-patent-001" },
  { ending: "review", count: 1, fits: (isFirst, ...of) => isFirst && of[2] === "zone-iii-001" },
  { ending: "county", count: 3, fits: ofCounty },
  { ending: "panel", count: 3, fits: (...of) => ofBureau(...of) && (of[2]?.experts ?? 0) > 1 },
  { ending: "review", count: 3, fits: (...of) => ofBureau(...of) && of[3].startsWith("zone-mfg") },
  { ending: "approval", count: 2, fits: ofBureau },
  { ending: "publicity", count: 3, fits: (isFirst, _, config) => !isFirst && (config?.publicityWorkingDays ?? 0) >= 5 },
  { ending: "correcting", count: 1, fits: ofBureau },
  { ending: "rejected", count: 1, fits: ofBureau },
  { ending: "closed", count: 2, fits: ofBureau },
  { ending: "payment", count: 3, fits: ofBureau },
];
const underWay: ReadonlySet<Ending> = new Set(["publicity", "approval", "review", "county", "panel", "correcting"]);

function playChoice(
  catalogue: PublishedCatalogue,
  { firm, template, ending, serial }: Choice,
  { calendar, persons, random, span }: Tools,
): DemoCase | null {
  const published = catalogue.byId.get(template.itemId);
  if (!published) return null;
  const submittedOn = underWay.has(ending)
    ? randomWorkday(addDays(span.today, -30), 26, calendar, random)
    : randomWorkday(span.begins, span.days - 34, calendar, random);
  const year = yearOf(submittedOn);
  return playCase(
    {
      published,
      firm: { id: firm.id, regionCode: firm.regionCode, facts: factsOf(firm) },
      caseFacts: { ...template.facts(random, year), ...deedOf(published.item, catalogue, serial) },
      ending,
      serial,
      submittedOn,
      today: span.today,
      persons,
    },
    calendar,
    random,
  );
}

/** What an application is for, where its item is had once for each project or event. */
function deedOf(item: PolicyItem, { registry }: PublishedCatalogue, serial: number): Facts {
  const asked = deedFacts(item, onceOf(item, registry.once));
  const words: Facts = { deedName: `${item.title}（项目）`, deedNumber: `示备〔2026〕${serial}号` };
  return Object.fromEntries(asked.flatMap((name) => (words[name] === undefined ? [] : [[name, words[name]]])));
}

/** What is known of a firm: of yearly figures the latest. */
function factsOf(firm: SeededFirm) {
  const latest = Math.max(...firm.facts.map(({ year }) => year));
  return {
    ...Object.fromEntries(
      firm.facts.filter(({ year }) => year === 0 || year === latest).map(({ fact, value }) => [fact, value]),
    ),
    industry: firm.industryCode,
    region: firm.regionCode,
  };
}
