import type { Actor } from "~/access/actor";
import { putOffsBorne } from "~/features/troubles/domain/trouble";
import { openTrouble } from "~/features/troubles/use-cases/open-trouble.server";
import { Refusal } from "~/kernel/refusal";
import { perform, type Performing } from "~/platform/transact.server";
import { putOffDeadline } from "../adapters/deadline.repository.server";
import { troubleOffice } from "../domain/trouble-office";

const hourMs = 3600_000;
const minuteMs = 60_000;

/** Puts a term off whose event was refused (an hour) or failed (a minute); from the second time on an office has it as a trouble. */
export function putOff(
  process: Performing,
  actor: Actor,
  deadline: { id: string; applicationId: string; event: string },
  error: unknown,
): Promise<void> {
  return perform(process, actor, async (deps) => {
    const refused = error instanceof Refusal;
    const dueAt = new Date(deps.clock.now().getTime() + (refused ? hourMs : minuteMs));
    const put = await putOffDeadline(deps.tx, deadline.id, dueAt);
    if (!put || put.putOffs <= putOffsBorne) return;
    const reason = refused ? error.code : "request.failed";
    await openTrouble(deps, {
      kind: "deadline",
      subject: deadline.id,
      step: deadline.event,
      applicationId: deadline.applicationId,
      office: troubleOffice(put.redemption, reason),
      reason,
      detail: refused ? null : String(error).slice(0, 500),
    });
  });
}
