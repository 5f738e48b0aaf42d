import type { Actor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { perform, type Performing } from "~/platform/transact.server";
import { putOffDeadline, type DueDeadline } from "../adapters/deadline.repository.server";
import { putOffsBorne } from "../domain/trouble";
import { openTrouble } from "./open-trouble.server";
import type { Expiry } from "./run-deadlines.server";

const hourMs = 3600_000;
const minuteMs = 60_000;

/** Puts a term off whose event was refused (an hour) or failed (a minute); from the second time on an office has it as a trouble. */
export function putOff(
  process: Performing,
  actor: Actor,
  { expiry, deadline, error }: { expiry: Expiry; deadline: DueDeadline; error: unknown },
): Promise<void> {
  return perform(process, actor, async (deps) => {
    const refused = error instanceof Refusal;
    const dueAt = new Date(deps.clock.now().getTime() + (refused ? hourMs : minuteMs));
    const putOffs = await putOffDeadline(deps.tx, deadline.id, dueAt);
    if (putOffs === null || putOffs <= putOffsBorne) return;
    const { id, event, subjectType, subjectId } = deadline;
    const reason = refused ? error.code : "request.failed";
    await openTrouble(deps, {
      kind: "deadline",
      subject: id,
      step: event,
      applicationId: subjectType === "application" ? subjectId : null,
      office: await expiry.officeFor(deps, subjectId, reason),
      reason,
      detail: refused ? null : String(error).slice(0, 500),
    });
  });
}
