import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { NoticeCard } from "~/features/notices/ui/notice-card";
import { markAllRead, openNotice } from "~/features/notices/use-cases/mark-notices-read.server";
import { readNotices, unreadCount } from "~/features/notices/use-cases/read-notices.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "signedIn" } satisfies RouteHandle;

export const loader = guardedLoader("signedIn", async ({ request, context, actor }) => {
  const unreadOnly = new URL(request.url).searchParams.get("show") === "unread";
  const page = pageOf(request);
  const [list, unread] = await Promise.all([
    readNotices(context.prisma, actor.userId, { unreadOnly, page }),
    unreadCount(context.prisma, actor.userId),
  ]);
  return { ...list, page, unreadOnly, unread };
});

export const action = guardedAction("signedIn", async ({ request, context, actor }) => {
  const { intent, id = "" } = await formValues(request);
  const open = () => perform(context, actor, (deps) => openNotice({ ...deps, actor }, id));
  const steps = {
    all: () => perform(context, actor, (deps) => markAllRead({ ...deps, actor })).then(() => "/notices"),
    mark: () => open().then(() => "/notices"),
    open,
  };
  return redirect(await stepOf(steps, intent)());
});

export default function Notices() {
  const { lines, total, pages, page, unreadOnly, unread } = useLoaderData<typeof loader>();
  const { t } = useWords("notices");
  return (
    <>
      <PageTitle title={t("page.title")} lead={t("page.lead")}>
        {unread > 0 && (
          <Form method="post">
            <SubmitButton name="intent" value="all" look="secondary">
              {t("page.markAll")}
            </SubmitButton>
          </Form>
        )}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <nav aria-label={t("page.filter")} className="mb-4 flex gap-2">
        <Link
          to="?"
          aria-current={unreadOnly ? undefined : "page"}
          className={`button ${unreadOnly ? "button-quiet" : "button-secondary"}`}
        >
          {t("page.all")}
        </Link>
        <Link
          to="?show=unread"
          aria-current={unreadOnly ? "page" : undefined}
          className={`button ${unreadOnly ? "button-secondary" : "button-quiet"}`}
        >
          {t("page.unread")} {unread}
        </Link>
      </nav>
      {total === 0 ? (
        <EmptyState title={t(unreadOnly ? "page.noneUnread" : "page.none")}>{t("page.noneText")}</EmptyState>
      ) : (
        <ul aria-label={t("page.list")} className="space-y-3">
          {lines.map((line) => (
            <NoticeCard key={line.id} notice={line} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
