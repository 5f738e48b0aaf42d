import { officeAmong } from "~/features/policies/domain/offices";
import type { UserActor } from "~/access/actor";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import type { Prisma } from "~/generated/prisma/client";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { caseOfFirm, caseOfOffice, findMessages, markRead } from "../adapters/message.repository.server";
import type { MessageSide } from "../domain/message-side";

/** `own` is what the reader's side wrote; `fresh` what it opens for the first time; `seen` what the other side has opened. */
export type ShownMessage = {
  id: string;
  own: boolean;
  author: string | null;
  text: string;
  at: Date;
  fresh: boolean;
  seen: boolean;
};

/**
 * What was written about a case; reading marks the other side's messages as seen, so of an office only those read who may
 * answer. A firm sees departments, not persons.
 * @throws Refusal `request.forbidden` (403) for an official who doesn't review, as an expert
 */
export async function readMessages(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  actor: UserActor,
  input: { applicationId: string; side: MessageSide; language: "zh" | "en" },
): Promise<ShownMessage[]> {
  if (input.side === "department" && !actor.permissions.has("review:application:department"))
    throw new Refusal("request.forbidden", 403);
  const where = casesOf(actor, input.applicationId, input.side);
  const rows = await findMessages(deps.tx, where);
  if (rows.some(({ side, seenAt }) => side !== input.side && seenAt === null))
    await markRead(deps.tx, where, input.side, deps.clock.now());
  const people = await personNames(
    deps.tx,
    rows.filter((row) => input.side === "department" || row.side === "firm").map((row) => row.authorId),
  );
  const { registry } = deps.catalogue;
  return rows.map(({ id, side, text, at, authorId, departmentId, seenAt, application }) => {
    const own = side === input.side;
    const office = departmentId && officeAmong(registry, { offices: application.tasks, departmentId }, input.language);
    const author = [office, people.get(authorId)].filter(Boolean).join(" · ") || null;
    return { id, own, author, text, at, fresh: !own && seenAt === null, seen: seenAt !== null };
  });
}

/** The case as far as it is the actor's: of the own firm, or at the own office. @throws Refusal `request.forbidden` (403) */
export function casesOf(actor: UserActor, id: string, side: MessageSide): Prisma.ApplicationWhereInput {
  if (side === "firm" && actor.enterpriseId) return caseOfFirm(id, actor.enterpriseId);
  if (side === "department" && actor.departmentId && actor.regionCode)
    return caseOfOffice(id, { departmentId: actor.departmentId, regionCode: actor.regionCode });
  throw new Refusal("request.forbidden", 403);
}
