import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useActionData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { discardDraft, restoreDraft } from "~/features/applications/use-cases/discard-draft.server";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { readOpen, startDraft, type Started } from "~/features/applications/use-cases/start-draft.server";
import type { UserActor } from "~/access/actor";
import { itemName } from "~/features/policies/domain/item-name";
import { useSay } from "~/i18n/use-language";
import type { AppContext } from "~/platform/context.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import type { RouteHandle } from "~/routes-handle";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "write:application:own" } satisfies RouteHandle;

/** The choice between the draft there is and a new one; without a draft there is nothing to choose. */
export const loader = guardedLoader("write:application:own", async ({ params, context, actor }) => {
  const itemId = params["itemId"] ?? "";
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const open = await readOpen(deps, ownFirm(actor), itemId);
  if (!open) throw redirect(`/firm/matches/${itemId}`);
  if (open.state !== "draft") throw redirect(`/firm/applications/${open.id}`);
  const { row, item, progress } = await readDraft(deps, open.id, ownFirm(actor));
  const parts = Object.values(progress);
  return {
    id: row.id,
    itemId,
    title: itemName(item),
    savedAt: row.draftSavedAt,
    createdAt: row.createdAt,
    done: parts.filter((part) => part.done).length,
    all: parts.length,
  };
});

/** Starts a draft, or carries out what was chosen for the one there is; a GET never makes one. */
export const action = guardedAction("write:application:own", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const { intent = "start", discarded = "", from } = values;
  const itemId = params["itemId"] ?? "";
  const enterpriseId = ownFirm(actor);
  const readNow = () => readOpen({ ...context, tx: context.prisma }, enterpriseId, itemId);
  const begin = async (copyOf: string | undefined) => {
    if ((await readNow())?.state === "draft") return redirect(`/firm/apply/${itemId}`);
    const order = { enterpriseId, itemId, anew: false, copyOf };
    return begun(await againOnConflict(() => perform(context, actor, (deps) => startDraft(deps, order))));
  };
  const chosen = async () => choose({ context, actor, enterpriseId, itemId }, values, await readNow());
  const steps = {
    start: () => begin(undefined),
    copy: () => begin(from),
    restore: async () => restored(await perform(context, actor, (deps) => restoreDraft(deps, enterpriseId, discarded))),
    discard: chosen,
    anew: chosen,
  };
  return stepOf(steps, intent)();
});

type Choosing = { context: AppContext; actor: UserActor; enterpriseId: string; itemId: string };
type Open = { id: string; state: string } | null;

/** Discards the draft the person saw, or replaces it by an empty one, unless something happened to it meanwhile. */
async function choose(
  { context, actor, enterpriseId, itemId }: Choosing,
  { intent, id = "", seen }: Record<string, string>,
  open: Open,
): Promise<Response> {
  if (seen && !(open?.id === id && open.state === "draft")) return redirect(overtaken(open));
  const lastSeen = seen ? new Date(Number(seen)) : undefined;
  if (intent === "anew")
    return begun(
      await againOnConflict(() =>
        perform(context, actor, (deps) => startDraft(deps, { enterpriseId, itemId, anew: true, seen: lastSeen })),
      ),
    );
  return redirect(
    `/firm/applications?discarded=${await perform(context, actor, (deps) => discardDraft(deps, enterpriseId, id, lastSeen))}`,
  );
}

/** Where the person learns what a colleague, or another window, did with the draft meanwhile. */
function overtaken(open: Open): string {
  if (!open) return "/firm/applications?draft=gone";
  return open.state === "draft"
    ? `/firm/drafts/${open.id}?draft=replaced`
    : `/firm/applications/${open.id}?draft=submitted`;
}

function restored({ id, discarded }: { id: string; discarded: string | null }): Response {
  return redirect(
    `/firm/drafts/${id}?${new URLSearchParams({ saved: "restored", ...(discarded ? { discarded } : {}) })}`,
  );
}

function begun({ id, state, discarded }: Started): Response {
  if (state !== "draft") return redirect(`/firm/applications/${id}`);
  return redirect(`/firm/drafts/${id}${discarded ? `?discarded=${discarded}` : ""}`);
}

export default function Entry() {
  const draft = useLoaderData<typeof loader>();
  const { t } = useWords("applications");
  const say = useSay();
  return (
    <>
      <PageTitle title={t("entry.title")} lead={t("entry.lead", { item: say(draft.title) })} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      <section className="card mb-6 border-l-4 border-l-brand-600">
        <h2>{t("entry.resume")}</h2>
        <p className="mt-1">{t("entry.resumeText")}</p>
        <p className="my-3 text-muted">
          {draft.savedAt ? t("entry.saved") : t("entry.begun")} <DateTimeText at={draft.savedAt ?? draft.createdAt} /> ·{" "}
          {t("entry.progress", draft)}
        </p>
        <Link to={`/firm/drafts/${draft.id}`} className="button button-primary">
          {t("entry.resume")}
        </Link>
      </section>
      <div className="grid gap-4 md:grid-cols-2">
        {(["anew", "discard"] as const).map((choice) => (
          <section key={choice} className="card">
            <h2>{t(`entry.${choice}`)}</h2>
            <p className="mt-1">{t(`entry.${choice}Text`)}</p>
            <details className="mt-2">
              <summary className="inline-flex min-h-11 items-center font-semibold text-brand-700 underline">
                {t(`entry.${choice}`)}
              </summary>
              <p className="mb-3 text-muted">{t("entry.undoHint")}</p>
              <Form method="post">
                <input type="hidden" name="id" value={draft.id} />
                <input type="hidden" name="seen" value={(draft.savedAt ?? draft.createdAt).getTime()} />
                <SubmitButton name="intent" value={choice} look="danger">
                  {t("entry.confirm", { what: t(`entry.${choice}`) })}
                </SubmitButton>
              </Form>
            </details>
          </section>
        ))}
      </div>
    </>
  );
}
