import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Actor, UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { AppContext, Deps } from "~/platform/context.server";
import { objectionLimits, plainEmail } from "~/features/redemption/domain/objection-limits";
import { raiseObjection, type ObjectionSource } from "~/features/redemption/use-cases/raise-objection.server";
import { requestObjection } from "~/features/redemption/use-cases/request-objection.server";

const perAddress = new RateLimiterMemory({
  keyPrefix: "objection",
  points: objectionLimits.perAddress,
  duration: 3600,
});

/**
 * Raises an objection unless its address sends too many; one that lacks something isn't counted, nor are those of officials.
 * @throws Refusal `redemption.objection-limit` (429), and those of `raise`
 */
export async function withinObjectionLimit<T>(
  { address }: Pick<AppContext, "address">,
  actor: Actor | null,
  raise: () => Promise<T>,
): Promise<T> {
  if (actor?.kind === "user" && mayEnter(actor)) return raise();
  await perAddress.consume(address).catch(() => {
    throw new Refusal("redemption.objection-limit", 429);
  });
  try {
    return await raise();
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) await perAddress.reward(address);
    throw error;
  }
}

/** Whether somebody enters what others object who come in person; such people don't object themselves here. */
export function mayEnter({ permissions }: Pick<UserActor, "permissions">): boolean {
  return permissions.has("review:application:department");
}

/**
 * What was sent from the page of a publicity: by somebody signed in, or by an official for somebody who came, an objection is
 * raised; by anybody else it waits for the link to be opened.
 * @returns id under which the answer can be read, or null where a link was sent
 * @throws Refusal as `raiseObjection` and `requestObjection`
 */
export async function handleObjectionForm(
  deps: Deps,
  { publicityId, key, user }: { publicityId: string; key: Buffer; user: UserActor | null },
  values: Readonly<Record<string, string>>,
): Promise<string | null> {
  const { objector = "", contact = "", text = "", email = "", identity = "", idempotencyKey = "" } = values;
  if (!user) {
    await requestObjection(deps, key, { publicityId, objector, contact, text, email });
    return null;
  }
  const source: ObjectionSource = mayEnter(user)
    ? {
        kind: "inPerson",
        identity: wordsWithin(identity, 200),
        enteredById: user.userId,
        email: plainEmail(email) || null,
      }
    : { kind: "user", userId: user.userId };
  const name = source.kind === "user" ? user.displayName : objector;
  return raiseObjection(deps, { publicityId, objector: name, contact, text, source, idempotencyKey });
}
