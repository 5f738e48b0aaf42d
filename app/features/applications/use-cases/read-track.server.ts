import { itemName } from "~/features/policies/domain/item-name";
import { officeAmong, officeNameIn } from "~/features/policies/domain/offices";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { payeeIn } from "~/features/policies/domain/term-words";
import { readFrozen } from "~/features/redemption/domain/submission";
import { isUnfunded, readCase } from "~/features/redemption/domain/decide";
import { diagramOf } from "~/features/redemption/domain/diagram";
import { isAnswered, type CorrectionPoint } from "~/features/redemption/domain/correction-points";
import { readVersion } from "~/features/redemption/use-cases/read-version.server";
import { readHandedIn } from "~/features/redemption/use-cases/read-handed-in.server";
import { refusedClauses } from "~/features/redemption/domain/failed-clauses";
import { financeDepartment } from "~/features/redemption/domain/tasks";
import { latenessOf } from "~/features/calendar/domain/lateness";
import { daysOf } from "~/features/redemption/domain/stage-days";
import { readMovesOfCase } from "~/features/calendar/use-cases/moves-of-case.server";
import { readRecoveries } from "~/features/funds/use-cases/recover-payment.server";
import { readCalendar } from "~/features/calendar/use-cases/read-calendar.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findRefusal, findTrack } from "../adapters/application.repository.server";
import { currentAccount, payeeOf } from "../adapters/account.repository.server";
import { firmStage, firmSteps } from "../domain/firm-steps";
import { nextSteps } from "../domain/next-steps";
import { returnsByStep } from "../domain/returned-steps";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/**
 * A firm's own case as it may follow it: what happened, who has it, how long still.
 * @throws Refusal `applications.not-found` (404), also for another firm's case
 */
export async function readTrack(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  id: string,
  enterpriseId: string,
  language: "zh" | "en",
) {
  const row = isUuid(id) ? await findTrack(deps.tx, id, enterpriseId) : null;
  if (!row) throw new Refusal("applications.not-found", 404);
  const { config, item } = await readVersion(deps.tx, row.itemVersionId);
  const calendar = await readCalendar(deps);
  const today = shanghaiDay(deps.clock.now());
  const {
    itemVersionId: _version,
    tasks,
    transitions,
    snapshot,
    recoveryCases,
    bankAccount: _given,
    corrections: _,
    ...shown
  } = row;
  const returns = returnsByStep(row.payments);
  const offices = officesOf(config, tasks);
  const office = (departmentId: string) => officeAmong(deps.catalogue.registry, { offices, departmentId }, language);
  const standing = readCase(config, readSnapshot(snapshot));
  const { can } = standing;
  const owed = recoveryCases.length > 0 ? await readRecoveries(deps, enterpriseId) : [];
  const account =
    row.state === "confirming" ? await currentAccount(deps.tx, await payeeOf(deps.tx, row.id, enterpriseId)) : null;
  return {
    ...shown,
    beneficiary: payeeIn(item, language),
    isListed: config.workflow === "applyFree",
    disputed: standing.isIn("publicity.screening") || standing.isIn("publicity.disputed"),
    unfunded: isUnfunded(standing),
    recoveries: recoveryCases.flatMap(({ recoveryId, ...each }) =>
      owed.filter(({ id }) => id === recoveryId).map(({ id: _, ...sums }) => ({ ...each, ...sums })),
    ),
    checkedWithin: config.workflow === "fastTrack" ? daysOf(config, "afterCheck") : null,
    promisedWorkingDays: config.promisedWorkingDays,
    next: nextSteps(config).map(({ departmentId, ...each }) => ({
      ...each,
      department: departmentId && office(departmentId),
    })),
    paidTo: paidTo(row),
    account: account && { holder: account.holder, bankName: account.bankName, lastFour: account.lastFour },
    may: {
      withdraw: can({ type: "WITHDRAW" }),
      confirm: can({ type: "CONFIRMED" }),
      askAgain: can({ type: "RECONSIDERATION_ASKED" }),
      rate: can({ type: "RATED", satisfied: true }),
    },
    diagram: diagramOf(config),
    since: transitions.at(-1)?.at ?? null,
    title: itemName(item),
    refusal: row.rejectionReason === null ? null : await refusalOf(deps, { id, enterpriseId }, item, language),
    correction: openNotice(row.corrections),
    moves: await readMovesOfCase(deps, id, { withObjections: false }),
    ...(await readHandedIn(deps, { id, item, corrections: row.corrections }, language)),
    tasks: tasks
      .filter(({ closedAt }) => closedAt === null)
      .map((task) => ({
        stage: firmStage(task.stage),
        department: officeNameIn(deps.catalogue.registry, task, language),
        dueOn: task.dueOn,
        lateness: latenessOf(calendar, { openedOn: shanghaiDay(task.openedAt), dueOn: task.dueOn }, today),
      })),
    transitions: firmSteps(transitions).map(({ idempotencyKey, ...each }) => ({
      ...each,
      department: each.departmentId && office(each.departmentId),
      returned: returns.get(idempotencyKey) ?? null,
    })),
  };
}

type Office = { departmentId: string; regionCode: string };

/** The offices that have or had the case, and those its item names. */
function officesOf(config: RedemptionConfig, tasks: readonly Office[]): Office[] {
  const { regionCode, leadDepartmentId, coDepartmentIds } = config;
  const own = [leadDepartmentId, ...coDepartmentIds, financeDepartment(config)];
  return [...tasks, ...own.map((departmentId) => ({ departmentId, regionCode }))];
}

/** The account of the latest payment, before there is one that of the application. */
function paidTo<T>({ payments, bankAccount }: { payments: readonly { bankAccount: T }[]; bankAccount: T }): T {
  return payments[0]?.bankAccount ?? bankAccount;
}

/** The notice that waits for the firm's answer. */
function openNotice(corrections: readonly { points: unknown; dueOn: string; answeredAt: Date | null }[]) {
  const open = corrections.find((notice) => !isAnswered(notice));
  return open ? { dueOn: open.dueOn, points: open.points as CorrectionPoint[] } : null;
}

/** What a refusal rests on: the policy's text, and the conditions that failed or were named, in the words of the page. */
async function refusalOf(
  { tx, catalogue }: Pick<Deps, "tx" | "catalogue">,
  own: { id: string; enterpriseId: string },
  item: PolicyItem,
  language: "zh" | "en",
) {
  const row = await findRefusal(tx, own.id, own.enterpriseId);
  const stored = row?.submissions[0]?.frozen;
  const frozen = stored && readFrozen(stored);
  const clauses = row && frozen ? refusedClauses(item, frozen, catalogue.registry, language, row.failedConditions) : [];
  return { document: item.document.title, number: item.document.number, text: item.summary, clauses };
}
