import { officeAmong } from "~/features/policies/domain/offices";
import { recordAudit } from "~/features/applications/audited.server";
import type { UserActor } from "~/access/actor";
import { conflictOf } from "~/features/redemption/domain/conflict";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { enqueue } from "~/platform/outbox.server";
import { addMessage, findTalk } from "../adapters/message.repository.server";
import { readMessage, type MessageSide } from "../domain/message-side";
import { casesOf } from "./read-messages.server";

export type Message = { applicationId: string; side: MessageSide; text: string; idempotencyKey: string };

/**
 * Writes to the other side of a case and tells it. The same key writes once.
 * @returns the translation key of what is wrong with the text, or null when it was sent
 * @throws Refusal `applications.not-found` (404) for a case that is not the actor's, and for an official as `requireOffice`
 */
export async function sendMessage(
  deps: Deps & { actor: UserActor },
  { applicationId, side, text: typed, idempotencyKey }: Message,
): Promise<string | null> {
  const talk = await findTalk(deps.tx, casesOf(deps.actor, applicationId, side));
  if (!talk) throw new Refusal("applications.not-found", 404);
  if (side === "department") requireOffice(deps.actor, talk);
  if (idempotencyKey === "") throw new Refusal("request.failed", 400);
  const read = readMessage(typed);
  if (!read.ok) return read.problem;
  const { actor, random, clock } = deps;
  const departmentId = side === "department" ? actor.departmentId : null;
  const id = await addMessage(deps.tx, {
    id: random.uuid(),
    applicationId: talk.id,
    authorId: actor.userId,
    side,
    departmentId,
    text: read.text,
    at: clock.now(),
    idempotencyKey,
  });
  if (id === null) return null;
  await recordAudit(deps, {
    action: "application.message-sent",
    subject: { type: "application", id: talk.id },
    enterpriseId: talk.enterpriseId,
    after: { messageId: id, side },
  });
  for (const order of tellOther(deps, talk, id, departmentId)) await enqueue(deps, { topic: "notice", payload: order });
  return null;
}

/**
 * A message to a firm is the office's: only who may handle the case there writes it, no expert and nobody with an interest.
 * @throws Refusal `redemption.may-not-write`, `redemption.own-firm`, `redemption.recused` (403)
 */
function requireOffice(actor: UserActor, { enterpriseId, recusals }: Talk): void {
  if (!actor.permissions.has("review:application:department")) throw new Refusal("redemption.may-not-write", 403);
  const conflict = conflictOf(actor, enterpriseId, recusals);
  if (conflict) throw new Refusal(`redemption.${conflict}`, 403);
}

type Talk = NonNullable<Awaited<ReturnType<typeof findTalk>>>;

function tellOther({ catalogue }: Deps, talk: Talk, messageId: string, departmentId: string | null): NoticeOrder[] {
  const dedupKey = `message:${messageId}`;
  if (departmentId === null) {
    return talk.offices.map((office) => ({
      to: { office, needs: "review:application:department" },
      kind: "messageFromFirm",
      params: { firm: talk.firm, item: talk.item },
      href: `/desk/cases/${talk.id}#messages`,
      dedupKey,
    }));
  }
  const department = officeAmong(catalogue.registry, { offices: talk.offices, departmentId }, "zh");
  return [
    {
      to: { enterpriseId: talk.enterpriseId },
      kind: "messageFromDepartment",
      params: { department, item: talk.item },
      href: `/firm/applications/${talk.id}#messages`,
      dedupKey,
    },
  ];
}
