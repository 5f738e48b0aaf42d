import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ClaimList } from "~/features/identity/ui/claim-list";
import { CodeList } from "~/features/identity/ui/code-list";
import { codesToConfirm } from "~/features/enterprises/use-cases/confirm-code.server";
import { countOpenClaims, openClaims } from "~/features/identity/use-cases/read-members.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { pageOf } from "~/door/page-of.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { decideClaimForm } from "./decide-claim-form.server";
import { decideCodeForm } from "./decide-code-form.server";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "decide:claim:all" } satisfies RouteHandle;

const perPage = 20;

export const loader = guardedLoader("decide:claim:all", async ({ request, context }) => {
  const page = pageOf(request);
  const [claims, total, codes] = await Promise.all([
    openClaims(context.prisma, {}, { skip: (page - 1) * perPage, take: perPage }),
    countOpenClaims(context.prisma),
    codesToConfirm(context.prisma, { skip: 0, take: 50 }),
  ]);
  return { claims, codes, page, pages: Math.ceil(total / perPage) };
});

export const action = guardedAction("decide:claim:all", async ({ request, context, actor }) => {
  const { intent } = await formValues(request.clone());
  const steps = {
    code: () => decideCodeForm(request, context, actor),
    claim: () => decideClaimForm(request, context, actor, "all"),
  };
  return stepOf(steps, intent)();
});

export default function Claims() {
  const { claims, codes, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("identity");
  return (
    <>
      <PageTitle title={t("claims.title")} lead={t("claims.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {codes.length > 0 && <CodeList codes={codes} problem={answer && "problem" in answer ? answer.problem : null} />}
      {claims.length === 0 ? (
        <EmptyState title={t("claims.none")} />
      ) : (
        <ClaimList claims={claims} withFirm problem={answer && "problem" in answer ? answer.problem : null} />
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
