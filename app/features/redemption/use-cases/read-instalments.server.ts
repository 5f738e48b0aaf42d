import type { UserActor } from "~/access/actor";
import { instalmentsOf, type Instalment } from "~/features/policies/domain/instalment";
import { sayWhen } from "~/features/policies/domain/instalment-words";
import { itemName } from "~/features/policies/domain/item-name";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { readItem } from "~/features/policies/domain/stored-item";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import {
  comingInstalments,
  conditionsOfOffice,
  instalmentsOfCase,
  type InstalmentRow,
} from "../adapters/instalment.repository.server";
import { awaited, firstPart } from "../domain/instalment";
import { officeOf } from "~/features/work/use-cases/office-of.server";

type Reading = Pick<Deps, "tx" | "clock">;
type Language = "zh" | "en";

/**
 * Where a part is: the first before it is paid; waiting for its condition, its day, the parts ahead or the budget;
 * listed, paid, come back; denied, dropped.
 */
export type PartStanding =
  "toCome" | "condition" | "day" | "ahead" | "budget" | "listed" | "paid" | "returned" | "denied" | "dropped";

export type ShownPart = {
  id: string;
  number: number;
  percent: number | null;
  fen: bigint;
  when: string;
  dueOn: string | null;
  standing: PartStanding;
  paidAt: Date | null;
  note: string | null;
};

/** The parts in which a case is paid, the first included, once they were decided on; none where it is paid at once. */
export async function readCaseInstalments(
  deps: Reading,
  applicationId: string,
  language: Language,
): Promise<ShownPart[]> {
  const rows = await instalmentsOfCase(deps.tx, applicationId);
  const [row] = rows;
  return row ? [firstOf(row, language), ...rows.map((each) => shown(each, deps, language))] : [];
}

function firstOf(row: InstalmentRow, language: Language): ShownPart {
  const { id, approvedFen, paidAt } = row.application;
  const [rule] = instalmentsOf(itemOf(row).amount);
  return {
    id,
    number: 1,
    percent: rule?.percent ?? null,
    fen: firstPart(itemOf(row), approvedFen ?? 0n),
    when: rule ? sayWhen(rule, language) : "",
    dueOn: null,
    standing: paidAt ? "paid" : "toCome",
    paidAt,
    note: null,
  };
}

/** Conditions on which the own office has to say its word, the next due first, then those it decided last. */
export async function readConditions(deps: Reading & { actor: UserActor }, language: Language) {
  const rows = await conditionsOfOffice(deps.tx, officeOf(deps.actor));
  return rows.map((row) => ({
    ...ofFirm(row, deps, language),
    condition: ruleOf(row)?.condition?.[language] ?? "",
    decided: row.status !== "open" || row.confirmedAt !== null,
    isDue: row.dueOn !== null && row.dueOn <= shanghaiDay(deps.clock.now()),
    mayDecide: row.application.state === "closed",
  }));
}

const shownComing = 100;

/** What a region's treasury will have to pay of later parts, the next due first. */
export async function readComing(deps: Reading, regionCode: string, language: Language) {
  return (await comingInstalments(deps.tx, regionCode, shownComing)).map((row) => ofFirm(row, deps, language));
}

function ofFirm(row: InstalmentRow, deps: Reading, language: Language) {
  const { id, number, enterprise } = row.application;
  return {
    ...shown(row, deps, language),
    applicationId: id,
    caseNumber: number ?? "",
    firm: enterprise.name,
    item: itemName(itemOf(row)),
  };
}

function itemOf({ application }: InstalmentRow): PolicyItem {
  return readItem(application.itemVersion.content);
}

function ruleOf(row: InstalmentRow): Instalment | undefined {
  return instalmentsOf(itemOf(row).amount)[row.place];
}

function shown(row: InstalmentRow, { clock }: Reading, language: Language): ShownPart {
  const rule = ruleOf(row);
  return {
    id: row.id,
    number: row.place + 1,
    percent: rule?.percent ?? null,
    fen: row.amountFen,
    when: rule ? sayWhen(rule, language) : "",
    dueOn: row.dueOn,
    standing: standingOf(row, shanghaiDay(clock.now())),
    paidAt: row.payments[0]?.paidAt ?? null,
    note: row.note,
  };
}

function standingOf(row: InstalmentRow, today: string): PartStanding {
  const [payment] = row.payments;
  if (row.status === "denied" || row.status === "dropped") return row.status;
  if (row.status === "listed")
    return payment?.status === "paid" || payment?.status === "returned" ? payment.status : "listed";
  return awaited(row, today) ?? (row.unfundedOn === null ? "ahead" : "budget");
}
