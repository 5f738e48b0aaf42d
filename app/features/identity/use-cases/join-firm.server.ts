import type { z } from "zod";
import { transact } from "~/platform/db.server";
import type { AppContext } from "~/platform/context.server";
import { hashPassword } from "../adapters/password.server";
import type { personSchema } from "../identity.schema";
import { acceptInvitation, readInvitation } from "./accept-invitation.server";
import { createPerson, personProblem } from "./create-person.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/**
 * A new person makes an account and accepts an invitation; both or neither.
 * @throws Refusal `identity.invitation-spent` (404)
 */
export async function joinFirm(
  process: Process,
  token: string,
  input: z.infer<typeof personSchema>,
): Promise<{ kind: "joined"; userId: string } | { kind: "problem"; field: string; problem: string }> {
  await readInvitation({ tx: process.prisma, clock: process.clock }, token);
  const problem = await personProblem(process.prisma, input);
  if (problem) return { kind: "problem", ...problem };
  const passwordHash = await hashPassword(input.password);
  return transact(process.prisma, async (tx) => {
    const deps = { ...process, tx, actor: { kind: "system", name: "worker" } as const };
    const userId = await createPerson(deps, input, passwordHash);
    await acceptInvitation(deps, token, { userId, displayName: input.displayName });
    return { kind: "joined", userId };
  });
}
