import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ClaimList } from "~/features/identity/ui/claim-list";
import { InviteSection } from "~/features/identity/ui/invite-section";
import { MemberTable } from "~/features/identity/ui/member-table";
import { readMembers } from "~/features/identity/use-cases/read-members.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { manageMembers } from "./manage-members.server";

export const handle = { access: "manage:member:own" } satisfies RouteHandle;

export const loader = guardedLoader("manage:member:own", async ({ context, actor }) => {
  if (!actor.enterpriseId) throw redirect("/register");
  const people = await readMembers({ tx: context.prisma, clock: context.clock }, actor.enterpriseId);
  return { ...people, own: actor.userId };
});

export const action = guardedAction("manage:member:own", async ({ request, context, actor }) => {
  if (!actor.enterpriseId) throw redirect("/register");
  return manageMembers({ request, context, actor, enterpriseId: actor.enterpriseId });
});

export default function Members() {
  const { members, invitations, claims, own } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer = answered && "refusal" in answered ? null : answered;
  const { t } = useWords("identity");
  return (
    <>
      <PageTitle title={t("members.title")} lead={t("members.lead")} />
      <RefusalAlert refusal={refusalOf(answered)} />
      <section className="card">
        <MemberTable members={members} own={own} />
      </section>
      <InviteSection invitations={invitations} link={answer?.link ?? null} answer={answer?.answer ?? null} />
      <section className="mt-6" aria-labelledby="claims">
        <h2 id="claims" className="mb-3">
          {t("members.claims")}
        </h2>
        {claims.length === 0 ? (
          <p className="text-muted">{t("members.noClaims")}</p>
        ) : (
          <ClaimList claims={claims} withFirm={false} problem={answer?.problem ?? null} />
        )}
      </section>
    </>
  );
}
