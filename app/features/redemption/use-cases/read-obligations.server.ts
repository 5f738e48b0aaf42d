import type { ObligationRule } from "~/features/policies/domain/claim-terms";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { obligationsOfCase, obligationsOfOffice, type ObligationRow } from "../adapters/obligation.repository.server";
import { leastOf, type ObligationStatus } from "../domain/obligation";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import type { UserActor } from "~/access/actor";
import { readItem } from "~/features/policies/domain/stored-item";

type Reading = Pick<Deps, "tx" | "clock" | "catalogue">;
type Language = "zh" | "en";

/** The rule of an obligation, as the pinned item says it. @throws Error where the item has none there */
export function ruleOf({ place, application }: ObligationRow): ObligationRule {
  const rule = itemOf({ application }).conditionsAfter?.[place];
  if (!rule) throw new Error(`no obligation ${place} in the item of ${application.id}`);
  return rule;
}

/** What a firm reads of an obligation that was found broken. */
export function breachWords(row: ObligationRow): string {
  return `未履行后续义务（${ruleOf(row).zh}）：${row.note ?? ""}`;
}

export function itemOf({ application }: Pick<ObligationRow, "application">): PolicyItem {
  return readItem(application.itemVersion.content);
}

/** What a case obliges its firm to. */
export async function readCaseObligations(deps: Reading, applicationId: string, language: Language) {
  const rows = await obligationsOfCase(deps.tx, applicationId);
  return rows.map((row) => shown(row, deps, language));
}

/** What firms owe the own office after decisions for them: what is open, the next due first, then what ended last. */
export async function readObligations(deps: Reading & { actor: UserActor }, language: Language) {
  const rows = await obligationsOfOffice(deps.tx, officeOf(deps.actor));
  return rows.map((row) => ({
    ...shown(row, deps, language),
    applicationId: row.application.id,
    number: row.application.number ?? "",
    firm: row.application.enterprise.name,
    item: itemOf(row).title,
  }));
}

function shown(row: ObligationRow, { clock, catalogue }: Reading, language: Language) {
  const rule = ruleOf(row);
  const fact = rule.keeps && catalogue.registry.facts.get(rule.keeps.fact);
  return {
    id: row.id,
    what: rule[language],
    years: rule.years,
    clawbackPercent: rule.clawbackPercent,
    figure: fact && row.figure !== null ? keptFigure(rule, row.figure, fact, language) : null,
    found: row.found,
    dueOn: row.dueOn,
    isDue: row.status === "open" && isDue(row.dueOn, shanghaiDay(clock.now())),
    status: row.status as ObligationStatus,
    note: row.note,
  };
}

function keptFigure(rule: ObligationRule, figure: number, fact: FactDefinition, language: Language) {
  return { label: fact[language], unit: fact.unit ?? "", then: figure, least: leastOf(rule, figure) };
}

function isDue(dueOn: PlainDate, today: PlainDate): boolean {
  return dueOn <= today;
}
