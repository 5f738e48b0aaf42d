import { recordAudit } from "~/features/applications/audited.server";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { readFactInput } from "~/features/policies/domain/fact-input";
import { reportingYear } from "~/features/enterprises/domain/profile";
import { actorId } from "~/access/actor";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import type { Prisma } from "~/generated/prisma/client";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { seal } from "~/platform/seal.server";
import { changeDraft } from "../adapters/application.repository.server";
import { replaceAccount, type AccountOwner } from "../adapters/account.repository.server";
import { ownerOf, type Draft } from "./read-draft.server";

/** What was typed for facts of a draft, read; an emptied answer is null, problems by fact. */
export function readAnswers(
  asked: readonly FactDefinition[],
  values: Readonly<Record<string, string>>,
  today: PlainDate,
) {
  const errors: Record<string, string> = {};
  const answers: Record<string, FactValue | null> = {};
  for (const definition of asked) {
    const typed = values[definition.name]?.trim() ?? "";
    const read = typed === "" ? { ok: true as const, value: null } : readFactInput(definition, typed, today);
    if (read.ok) answers[definition.name] = read.value;
    else errors[definition.name] = read.problem;
  }
  return { answers, errors };
}

/**
 * Keeps changed answers of a draft, null taking one back; those that belong to the profile go there, so that they are never
 * asked again. `editor` names the page that saves.
 */
export async function saveAnswers(
  deps: Deps,
  draft: Draft,
  answers: Record<string, FactValue | null>,
  editor: string | null = null,
): Promise<void> {
  const { facts } = deps.catalogue.registry;
  const isOfCase = (fact: string) => facts.get(fact)?.scope === "case";
  const ofProfile = Object.entries(answers).filter(([fact]) => !isOfCase(fact));
  const ofCase = Object.entries({ ...draft.answers, ...answers }).filter(
    ([fact, value]) => isOfCase(fact) && value !== null,
  );
  await save(deps, draft, {
    caseFacts: Object.fromEntries(ofCase) as Prisma.InputJsonValue,
    ...(editor ? { draftEditor: editor } : {}),
  });
  if (ofProfile.length === 0) return;
  const year = reportingYear(shanghaiDay(deps.clock.now()));
  const statements = ofProfile.map(([fact, value]) => ({
    fact,
    value,
    year: facts.get(fact)?.scope === "annual" ? year : null,
    source: "declared" as const,
    authority: null,
  }));
  await saveFacts(deps, draft.row.enterpriseId, statements);
}

/** Puts a bank account in use; only its last four digits stay readable. Gives its id. */
export async function putAccount(
  deps: Deps,
  owner: AccountOwner,
  account: { holder: string; bankName: string; number: string },
  key: Buffer,
): Promise<string> {
  const id = await replaceAccount(deps.tx, {
    ...owner,
    holder: account.holder,
    bankName: account.bankName,
    sealedNumber: new Uint8Array(seal(account.number, key)),
    lastFour: account.number.slice(-4),
    createdById: actorId(deps.actor) ?? "",
    createdAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "bank-account.changed",
    subject: { type: "enterprise", id: owner.enterpriseId },
    enterpriseId: owner.enterpriseId,
    after: {
      lastFour: account.number.slice(-4),
      ...(owner.forApplicationId === null ? {} : { applicationId: owner.forApplicationId }),
    },
  });
  return id;
}

/** Puts the account of a draft in use. */
export async function saveAccount(
  deps: Deps,
  draft: Draft,
  account: { holder: string; bankName: string; number: string },
  key: Buffer,
): Promise<void> {
  await save(deps, draft, { bankAccountId: await putAccount(deps, ownerOf(draft), account, key) });
}

export function savePledge(deps: Deps, draft: Draft): Promise<void> {
  return save(deps, draft, { pledgedAt: deps.clock.now() });
}

async function save(deps: Deps, draft: Draft, data: Prisma.ApplicationUncheckedUpdateManyInput): Promise<void> {
  const saved = await changeDraft(deps.tx, draft.row.id, { ...data, draftSavedAt: deps.clock.now() });
  if (!saved) throw new Refusal("applications.not-draft");
}
