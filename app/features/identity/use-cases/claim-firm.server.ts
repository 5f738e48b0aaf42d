import type { AppContext } from "~/platform/context.server";
import { transact } from "~/platform/db.server";
import { hashPassword } from "../adapters/password.server";
import type { UserActor } from "~/access/actor";
import type { ClaimForm } from "../identity.schema";
import { createPerson, personProblem } from "./create-person.server";
import { openClaim } from "./open-claim.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** A new person makes an account and asks to be let into the registered firm; both or neither. */
export async function claimFirm(
  process: Process,
  input: ClaimForm,
): Promise<{ kind: "claimed"; userId: string } | { kind: "problem"; field: string; problem: string }> {
  const problem = await personProblem(process.prisma, input);
  if (problem) return { kind: "problem", ...problem };
  const passwordHash = await hashPassword(input.password);
  return transact(process.prisma, async (tx) => {
    const deps = { ...process, tx, actor: { kind: "system", name: "worker" } as const };
    const userId = await createPerson(deps, input, passwordHash);
    await openClaim(deps, { userId, displayName: input.displayName }, input);
    return { kind: "claimed", userId };
  });
}

/** A person who is signed in asks to be let into another registered firm. */
export function claimFirmAs(
  process: Process,
  actor: UserActor,
  input: { creditCode: string; statement: string },
): Promise<void> {
  return transact(process.prisma, (tx) => openClaim({ ...process, tx, actor }, actor, input));
}
