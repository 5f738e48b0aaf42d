import { standingOf, type EarlierClaim } from "~/features/claims/domain/claims";
import { deedFacts } from "~/features/claims/domain/deed";
import { itemName } from "~/features/policies/domain/item-name";
import { groupSpanOf, onceOf } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { demoStaff } from "~/features/identity/domain/demo-accounts";
import { quotaKey, quotaOf } from "~/features/policies/domain/quota";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { countyDepartment } from "~/features/redemption/domain/tasks";
import { addDays, yearOf, type PlainDate } from "~/kernel/plain-date";
import { pickEnding, type Ending, type Persons } from "./case-path";
import { caseTemplates, type CaseTemplate } from "./case-templates";
import { playCase, randomWorkday, type DemoCase } from "./demo-case";
import type { DemoSpan } from "./demo-span";
import type { RandomSource } from "./random-source";
import type { SeededFirm } from "./seed-firms";

export type Tools = { calendar: Map<string, boolean>; persons: Persons; random: RandomSource; span: DemoSpan };

type Choice = { firm: SeededFirm; template: CaseTemplate; ending: Ending; serial: number; yearsAgo?: number };

/**
 * Cases that a desk of the demo accounts must not be without, then as many by chance as are asked for. A firm has none beside
 * which another would bring it less, and no item is granted oftener than its quota, by the rules that applications are held to.
 */
export function playCases(
  catalogue: PublishedCatalogue,
  firms: readonly SeededFirm[],
  applications: number,
  tools: Tools,
): DemoCase[] {
  const cases: DemoCase[] = [];
  const claims = new Map<string, EarlierClaim[]>();
  const add = (choice: Choice): void => {
    const demo = isLeft(choice, firms) ? null : playChoice(catalogue, choice, tools);
    if (!demo) return;
    const claim = claimOf(demo, catalogue);
    const others = claims.get(demo.firm.id) ?? [];
    if (!isApart(claim, demo, others) || !hasPlace(demo, cases)) return;
    cases.push(demo);
    if (!endedInVain.has(demo.ending)) claims.set(demo.firm.id, [...others, claim]);
  };
  let serial = 0;
  for (const { ending, count, yearsAgo, fits } of certain) {
    const pairs = firms
      .flatMap((firm) => caseTemplates.map((template) => ({ firm, template })))
      .filter(({ firm, template: { itemId } }) =>
        fits(firm === firms[0], firm, catalogue.byId.get(itemId)?.redemption, itemId),
      );
    const wanted = cases.length + count;
    for (let attempt = 0; pairs.length > 0 && cases.length < wanted && attempt < pairs.length * 8; attempt += 1)
      add({ ...tools.random.pick(pairs), ending, yearsAgo, serial: (serial += 1) });
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

const endedInVain: ReadonlySet<Ending> = new Set(["rejected", "withdrawn"]);

/** A seeded case as it counts against the others of its firm. */
function claimOf(
  { published: { item }, ending, serial, number, year, caseFacts, fen, transitions }: DemoCase,
  { registry }: PublishedCatalogue,
): EarlierClaim {
  const once = onceOf(item, registry.once);
  return {
    applicationId: String(serial),
    number,
    itemId: item.id,
    title: itemName(item),
    year,
    rank: isOpen(ending) ? "underWay" : "paid",
    submittedAt: transitions[0]?.at ?? new Date(0),
    exclusiveGroup: item.exclusiveGroup,
    sharedCap: item.amount.sharedCap?.group ?? null,
    once: once.once,
    group: groupSpanOf(item, once, registry.exclusiveGroups),
    stated: caseFacts,
    fen,
    cededFen: 0n,
  };
}

/** Whether neither of a firm's cases counts against another, whichever came first, and one item has one open case. */
function isApart(claim: EarlierClaim, { published: { item } }: DemoCase, others: readonly EarlierClaim[]): boolean {
  const isSecond = ({ itemId, rank }: EarlierClaim) => itemId === item.id && rank === "underWay" && claim.rank === rank;
  if (others.some(isSecond)) return false;
  const asked = { ...claim, item, place: null, once: { once: claim.once }, wholeFen: claim.fen };
  return standingOf(asked, others).counted.length === 0;
}

const granted: ReadonlySet<Ending> = new Set(["closed", "payment", "publicity"]);

/** Whether the quota of its item and year has a place for a case that is granted; it always has for another. */
function hasPlace({ published, ending, year }: DemoCase, cases: readonly DemoCase[]): boolean {
  const quota = quotaOf(published);
  if (!quota || quota.per === "round" || quota.count === undefined || !granted.has(ending)) return true;
  const before = cases.filter(
    (each) =>
      quotaKey(each.published) === quotaKey(published) &&
      granted.has(each.ending) &&
      (quota.per !== "year" || each.year === year),
  );
  return before.length < quota.count;
}

/** Equipment of this year is left to the first firm for whoever tries the demo. */
function isLeft({ firm, template, yearsAgo }: Choice, firms: readonly SeededFirm[]): boolean {
  return firm === firms[0] && template.itemId.startsWith("zone-mfg") && !yearsAgo;
}

type Certain = {
  ending: Ending;
  count: number;
  /** submitted in such an earlier year of the demo */
  yearsAgo?: 1 | 2;
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

/**
 * What the first page of every demo account must not be without, whatever the day: the firm's own case, each desk's
 * work, money that waits.
 */
const certain: readonly Certain[] = [
  { ending: "closed", count: 1, yearsAgo: 2, fits: (isFirst, ...of) => isFirst && of[2] === "zone-iii-001" },
  { ending: "closed", count: 1, yearsAgo: 1, fits: (isFirst, ...of) => isFirst && of[2] === "zone-mfg-003" },
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
const isOpen = (ending: Ending): boolean => ending === "payment" || underWay.has(ending);

/** A day on which a case that ends so may have been handed in: what is under way of late, every other of what is over in the last year. */
function submissionDay(
  { ending, yearsAgo }: Choice,
  { calendar, random, span }: Pick<Tools, "calendar" | "random" | "span">,
): PlainDate {
  const among = (from: PlainDate, days: number) => randomWorkday(from, days, calendar, random);
  if (yearsAgo) return among(`${yearOf(span.today) - yearsAgo}-01-05`, 300);
  if (underWay.has(ending)) return among(addDays(span.today, -30), 26);
  if (ending === "payment") return among(addDays(span.today, -120), 86);
  return random.chance(0.5) ? among(addDays(span.today, -365), 331) : among(span.begins, span.days - 34);
}

function playChoice(
  catalogue: PublishedCatalogue,
  choice: Choice,
  { calendar, persons, random, span }: Tools,
): DemoCase | null {
  const { firm, template, ending, serial } = choice;
  const published = catalogue.byId.get(template.itemId);
  if (!published) return null;
  const submittedOn = submissionDay(choice, { calendar, random, span });
  const year = yearOf(submittedOn);
  return playCase(
    {
      published,
      firm: { id: firm.id, regionCode: firm.regionCode, facts: factsOf(firm, year) },
      caseFacts: { ...template.facts(random, year), ...deedOf(published.item, catalogue, { serial, year }) },
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
function deedOf(
  item: PolicyItem,
  { registry }: PublishedCatalogue,
  { serial, year }: { serial: number; year: number },
): Facts {
  const asked = deedFacts(item, onceOf(item, registry.once));
  const words: Facts = { deedName: `${item.title}（项目${serial}）`, deedNumber: `示备〔${year}〕${serial}号` };
  return Object.fromEntries(asked.flatMap((name) => (words[name] === undefined ? [] : [[name, words[name]]])));
}

/** What was known of a firm in a year: of yearly figures those of the year before. */
function factsOf(firm: SeededFirm, inYear: number) {
  return {
    ...Object.fromEntries(
      firm.facts.filter(({ year }) => year === 0 || year === inYear - 1).map(({ fact, value }) => [fact, value]),
    ),
    industry: firm.industryCode,
    region: firm.regionCode,
  };
}
