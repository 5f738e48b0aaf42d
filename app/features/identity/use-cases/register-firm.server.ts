import { isDoubtfulCode } from "~/features/enterprises/domain/credit-code";
import { firmOfCode, openFirm } from "~/features/enterprises/use-cases/open-firm.server";
import type { FirmRegistration, Registration } from "~/features/enterprises/enterprises.schema";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { AppContext, Deps } from "~/platform/context.server";
import { transact } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import { addMember } from "../adapters/membership.repository.server";
import { hashPassword } from "../adapters/password.server";
import { changeSession } from "../adapters/session.repository.server";
import type { UserActor } from "~/access/actor";
import { createPerson, personProblem } from "./create-person.server";
import { notifyOfDoubtfulCode } from "./decide-code.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** What came of it; `taken` means that the firm exists and may be claimed. */
export type RegistrationResult =
  | { kind: "registered"; userId: string; enterpriseId: string }
  | { kind: "taken" }
  | { kind: "problem"; field: string; problem: string };

/** Registers a firm with a new person as owner, and has it matched. */
export async function registerFirm(process: Process, input: Registration): Promise<RegistrationResult> {
  const problem = registryProblem(process.catalogue, input);
  if (problem) return { kind: "problem", ...problem };
  const passwordHash = await hashPassword(input.password);
  return inTransaction(process, { kind: "system", name: "worker" }, async (deps) => {
    if (await firmOfCode(deps, input.creditCode)) return { kind: "taken" };
    const unfit = await personProblem(deps.tx, input);
    if (unfit) return { kind: "problem", ...unfit };
    return createFirm(deps, input, await createPerson(deps, input, passwordHash));
  });
}

/** Registers another firm of a person who is signed in, and works for it from now on. */
export async function registerFirmAs(
  process: Process,
  actor: UserActor,
  input: FirmRegistration,
): Promise<RegistrationResult> {
  const problem = registryProblem(process.catalogue, input);
  if (problem) return { kind: "problem", ...problem };
  return inTransaction(process, actor, async (deps) => {
    if (await firmOfCode(deps, input.creditCode)) return { kind: "taken" };
    const created = await createFirm(deps, input, actor.userId);
    await changeSession(deps.tx, actor.sessionId, { activeEnterpriseId: created.enterpriseId });
    return created;
  });
}

function inTransaction(
  process: Process,
  actor: Deps["actor"],
  work: (deps: Deps) => Promise<RegistrationResult>,
): Promise<RegistrationResult> {
  const { clock, random, catalogue } = process;
  return againOnConflict(() => transact(process.prisma, (tx) => work({ tx, clock, random, catalogue, actor })));
}

function registryProblem(
  { registry }: PublishedCatalogue,
  { region, industry, park }: FirmRegistration,
): { field: string; problem: string } | null {
  const place = registry.regions.get(region);
  if (!place || place.endedOn !== undefined) return { field: "region", problem: "problem.region" };
  if (!registry.industries.has(industry)) return { field: "industry", problem: "problem.industry" };
  return park && !registry.zones.some((zone) => zone.park === park)
    ? { field: "park", problem: "problem.choose" }
    : null;
}

async function createFirm(deps: Deps, input: FirmRegistration, userId: string) {
  const { creditCode, name } = input;
  const enterpriseId = await openFirm(deps, input, userId);
  await addMember(deps.tx, { userId, enterpriseId, role: "owner", createdAt: deps.clock.now() });
  if (isDoubtfulCode(creditCode)) await notifyOfDoubtfulCode(deps, { enterpriseId, name, creditCode });
  await enqueue(deps, {
    topic: "rematch-enterprise",
    payload: { enterpriseId, reason: { kind: "registration", ref: null } },
  });
  return { kind: "registered", userId, enterpriseId } as const;
}
