import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { firmOfCode } from "~/features/enterprises/use-cases/open-firm.server";
import { addClaim, findOpenClaim } from "../adapters/claim.repository.server";
import { isMember, ownersOf } from "../adapters/membership.repository.server";
import { peopleWith } from "../adapters/user.repository.server";

type Person = { userId: string; displayName: string };

/**
 * Asks on behalf of a person to be let into the firm that has this code, and tells who decides: its
 * owners, and where it has none yet the administrators of the platform. Asking
 * again while the first request is open changes nothing.
 * @throws Refusal `identity.claim-impossible` (409) when there is no such firm or the person is in it
 */
export async function openClaim(
  deps: Deps,
  person: Person,
  claim: { creditCode: string; statement: string },
): Promise<void> {
  const firm = await firmOfCode(deps, claim.creditCode);
  const own = firm && { enterpriseId: firm.id, userId: person.userId };
  if (!own || (await isMember(deps.tx, own))) throw new Refusal("identity.claim-impossible");
  if (await findOpenClaim(deps.tx, own)) return;
  const id = await addClaim(deps.tx, { ...own, statement: claim.statement, createdAt: deps.clock.now() });
  await recordAudit(deps, {
    action: "claim.opened",
    subject: { type: "claim", id },
    enterpriseId: firm.id,
    after: { userId: person.userId },
  });
  await tellDeciders(deps, firm, id, person);
}

async function tellDeciders(
  deps: Deps,
  firm: { id: string; name: string },
  claimId: string,
  person: Person,
): Promise<void> {
  const owners = await ownersOf(deps.tx, firm.id);
  const deciders =
    owners.length > 0 ? owners.map((userId) => ({ userId, href: "/firm/members" })) : await administrators(deps);
  for (const { userId, href } of deciders) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { userId },
        kind: "claimOpened",
        params: { person: person.displayName, firm: firm.name },
        href,
        dedupKey: `claim:${claimId}`,
      },
    });
  }
}

async function administrators({ tx }: Pick<Deps, "tx">): Promise<{ userId: string; href: string }[]> {
  const rows = await peopleWith(tx, ["systemAdministrator"]);
  return rows.map(({ id }) => ({ userId: id, href: "/admin/claims" }));
}
