import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { decideAddress, readAddresses } from "~/features/identity/use-cases/official-address.server";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton, TextField } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "confirm:address:all" } satisfies RouteHandle;

export const loader = guardedLoader("confirm:address:all", async ({ context }) => ({
  addresses: await readAddresses({ tx: context.prisma }),
}));

export const action = guardedAction("confirm:address:all", async ({ request, context, actor }) => {
  const values = await formValues(request);
  const { id = "", decision } = values;
  if (decision !== "confirm" && decision !== "refuse") throw new Refusal("request.failed", 400);
  const reason = wordsWithin(values[`reason-${id}`] ?? "", 200);
  const order = { id, confirmed: decision === "confirm", reason };
  await perform(context, actor, (deps) => decideAddress({ ...deps, actor }, order));
  return redirect("/security/addresses?done=1");
});

export default function Addresses() {
  const { addresses } = useLoaderData<typeof loader>();
  const { t } = useWords("identity");
  const isDone = useSearchParams()[0].has("done");
  return (
    <>
      <PageTitle title={t("addresses.title")} lead={t("addresses.lead")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {isDone && <Alert tone="good">{t("addresses.done")}</Alert>}
      {addresses.length === 0 ? (
        <EmptyState title={t("addresses.none")}>{t("addresses.noneText")}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {addresses.map((row) => (
            <li key={row.id} className="card">
              <AddressCard row={row} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["addresses"][number];

function AddressCard({ row }: { row: Row }) {
  const { t } = useWords("identity");
  const { displayName, loginName } = row.user;
  return (
    <>
      <h2 className="mb-1">
        {displayName} <code className="text-sm">{loginName}</code>
      </h2>
      <p className="mb-1 break-all">{row.email}</p>
      <p className="mb-4 text-sm text-muted">
        {t("addresses.by")} {row.by} · {t("addresses.at")} <DateTimeText at={row.proposedAt} />
      </p>
      <Form method="post">
        <input type="hidden" name="id" value={row.id} />
        <SubmitButton name="decision" value="confirm">
          {t("addresses.confirm")}
          <span className="sr-only"> {loginName}</span>
        </SubmitButton>
        <div className="mt-4">
          <TextField name={`reason-${row.id}`} label={t("addresses.reason")} optional />
          <SubmitButton name="decision" value="refuse" look="danger">
            {t("addresses.refuse")}
            <span className="sr-only"> {loginName}</span>
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}
