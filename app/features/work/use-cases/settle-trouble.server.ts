import { recordAudit } from "~/features/work/audited.server";
import { actorId, type UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { Deps } from "~/platform/context.server";
import { retryMessage } from "~/platform/outbox.server";
import { lockTrouble, markRetried, settleTrouble } from "../adapters/trouble.repository.server";
import { mayGiveUp, mayRetry } from "../domain/trouble";
import { dropDeadline, retryDeadline } from "./retry-deadline.server";
import { officeScope, scopeOf } from "./trouble-scope.server";

type Official = Deps & { actor: UserActor };

/**
 * Has a term or a message tried again at once; it leaves the page when that succeeds. Asking twice is asking once.
 * @throws Refusal `request.not-found` (404), `troubles.over` (409), `troubles.not-retried` (409)
 */
export async function retryTrouble(deps: Official, id: string): Promise<void> {
  const trouble = await ownTrouble(deps, id);
  if (trouble.closedAt) throw new Refusal("troubles.over");
  if (!mayRetry(trouble.kind)) throw new Refusal("troubles.not-retried");
  if (!(await markRetried(deps.tx, id, deps.clock.now()))) return;
  if (trouble.kind === "deadline") await retryDeadline(deps, trouble.subject);
  else await retryMessage(deps, BigInt(trouble.subject));
  await recordAudit(deps, { action: "trouble.retried", subject: { type: "trouble", id } });
}

/**
 * Gives something up for a reason: a message is never sent, a term never comes. The same person asking twice is asking once.
 * @throws Refusal `request.not-found` (404), `troubles.over` (409), `troubles.not-given-up` (403), `troubles.reason-missing`,
 *   `request.too-long` (422), `troubles.last-way` (409) where nothing else would move the case
 */
export async function giveUpTrouble(deps: Official, id: string, reason: string): Promise<void> {
  const trouble = await ownTrouble(deps, id);
  const comment = wordsWithin(reason, 500);
  if (trouble.outcome === "givenUp" && trouble.closedById === actorId(deps.actor)) return;
  if (trouble.closedAt) throw new Refusal("troubles.over");
  if (!mayGiveUp(trouble, officeScope(deps.actor))) throw new Refusal("troubles.not-given-up", 403);
  if (comment.length < 2) throw new Refusal("troubles.reason-missing", 422);
  if (trouble.kind === "deadline" && !(await dropDeadline(deps, trouble.subject)))
    throw new Refusal("troubles.last-way");
  await settleTrouble(
    deps.tx,
    { id },
    { closedAt: deps.clock.now(), outcome: "givenUp", closedById: actorId(deps.actor), comment },
  );
  await recordAudit(deps, { action: "trouble.given-up", subject: { type: "trouble", id }, after: { reason: comment } });
}

async function ownTrouble(deps: Official, id: string) {
  const scope = scopeOf(deps.actor);
  const row = isUuid(id) ? await lockTrouble(deps.tx, id) : null;
  const own =
    row && (scope === null || (row.departmentId === scope.departmentId && row.regionCode === scope.regionCode));
  if (!row || !own) throw new Refusal("request.not-found", 404);
  return row;
}
