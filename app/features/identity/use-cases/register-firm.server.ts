import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { FirmRegistration, Registration } from "~/features/enterprises/enterprises.schema";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { AppContext, Deps } from "~/platform/context.server";
import { onceMoreOnConflict, transact } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { hashPassword } from "../adapters/password.server";
import type { UserActor } from "../domain/actor";
import { createPerson, personProblem } from "./create-person.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** What came of it; `taken` means that the firm exists and may be claimed. */
export type RegistrationResult =
  | { kind: "registered"; userId: string; enterpriseId: string }
  | { kind: "taken"; enterpriseId: string }
  | { kind: "problem"; field: string; problem: string };

/** Registers a firm with a new person as owner, and has it matched. */
export async function registerFirm(process: Process, input: Registration): Promise<RegistrationResult> {
  const problem = registryProblem(process.catalogue, input);
  if (problem) return { kind: "problem", ...problem };
  const passwordHash = await hashPassword(input.password);
  return createOnce(process, { kind: "system", name: "worker" }, input, async (deps) => {
    const unfit = await personProblem(deps.tx, input);
    return unfit ? { kind: "problem", ...unfit } : { userId: await createPerson(deps, input, passwordHash) };
  });
}

/** Registers another firm of a person who is signed in. */
export async function registerFirmAs(process: Process, actor: UserActor, input: FirmRegistration): Promise<RegistrationResult> {
  const problem = registryProblem(process.catalogue, input);
  if (problem) return { kind: "problem", ...problem };
  return createOnce(process, actor, input, async (deps) => {
    const created = { userId: actor.userId };
    return { ...created, then: (enterpriseId) => deps.tx.session.update({ where: { id: actor.sessionId }, data: { activeEnterpriseId: enterpriseId } }) };
  });
}

function registryProblem({ registry }: PublishedCatalogue, input: FirmRegistration): { field: string; problem: string } | null {
  if (!registry.regions.has(input.region)) return { field: "region", problem: "problem.region" };
  return registry.industries.has(input.industry) ? null : { field: "industry", problem: "problem.industry" };
}
