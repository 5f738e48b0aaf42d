import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { Registration } from "~/features/enterprises/enterprises.schema";
import type { AppContext, Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { transact } from "~/platform/db.server";
import { hashPassword } from "../adapters/password.server";
import { passwordProblem } from "../domain/login-policy";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** What came of it; `taken` means that the firm exists and may be claimed. */
export type RegistrationResult =
  | { kind: "registered"; userId: string; enterpriseId: string }
  | { kind: "taken"; enterpriseId: string }
  | { kind: "problem"; field: string; problem: string };

/** Registers a firm with its first person as owner, and has it matched. */
export async function registerFirm(process: Process, input: Registration): Promise<RegistrationResult> {
  const problem = checkAgainstRegistry(process, input);
  if (problem) return problem;
  const passwordHash = await hashPassword(input.password);
  return transact(process.prisma, async (tx) => {
    const known = await tx.enterprise.findUnique({ where: { creditCode: input.creditCode }, select: { id: true } });
    if (known) return { kind: "taken", enterpriseId: known.id } as const;
    const taken = await tx.user.findUnique({ where: { loginName: input.loginName }, select: { id: true } });
    if (taken) return { kind: "problem", field: "loginName", problem: "problem.loginTaken" } as const;
    return create({ ...process, tx, actor: { kind: "system", name: "worker" } }, input, passwordHash);
  });
}

function checkAgainstRegistry({ catalogue }: Process, input: Registration): RegistrationResult | null {
  if (!catalogue.registry.regions.has(input.region)) return { kind: "problem", field: "region", problem: "problem.region" };
  if (!catalogue.registry.industries.has(input.industry)) return { kind: "problem", field: "industry", problem: "problem.industry" };
  const weak = passwordProblem(input.password, input.loginName);
  return weak ? { kind: "problem", field: "password", problem: `problem.${weak}` } : null;
}

async function create(deps: Deps, input: Registration, passwordHash: string): Promise<RegistrationResult> {
  const now = deps.clock.now();
  const { id: enterpriseId } = await deps.tx.enterprise.create({
    data: { creditCode: input.creditCode, name: input.name, legalForm: input.legalForm, regionCode: input.region, park: input.park, industryCode: input.industry, createdAt: now },
    select: { id: true },
  });
  const { id: userId } = await deps.tx.user.create({
    data: { loginName: input.loginName, displayName: input.displayName, email: input.email, passwordHash, createdAt: now, memberships: { create: { enterpriseId, role: "owner", createdAt: now } } },
    select: { id: true },
  });
  await recordAudit(deps, { action: "enterprise.registered", subject: { type: "enterprise", id: enterpriseId }, enterpriseId, after: { creditCode: input.creditCode, userId } });
  await enqueue(deps, { topic: "rematch-enterprise", payload: { enterpriseId, reason: { kind: "registration", ref: null } } });
  return { kind: "registered", userId, enterpriseId };
}
