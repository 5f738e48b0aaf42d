import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { itemName } from "~/features/policies/domain/item-name";
import { PayableNote } from "~/features/redemption/ui/payable-note";
import {
  listItems,
  makeList,
  readLists,
  type ListOutcome,
  type ListSource,
} from "~/features/lists/use-cases/make-list.server";
import { useSay } from "~/i18n/use-language";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FileField } from "~/ui/file-field";
import { SubmitButton } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", async ({ context, actor }) => {
  const deps = { tx: context.prisma, catalogue: context.catalogue, actor };
  return {
    items: listItems(deps).map(({ item }) => ({ value: item.id, label: itemName(item) })),
    lists: await readLists(deps),
  };
});

type Problems = Pick<Extract<ListOutcome, { ok: false }>, "problems" | "payable">;

export const action = guardedAction(
  "review:application:department",
  async ({ request, context, actor }): Promise<Problems | Response> => {
    const { values, file } = await readUploadForm(request);
    const sources = {
      matches: (): ListSource => ({ kind: "matches" }),
      upload: (): ListSource => {
        if (!file) throw new Refusal("applications.file-empty", 422);
        return { kind: "upload", ...file };
      },
    };
    const source = stepOf(sources, values["intent"])();
    const made = await perform(context, actor, (deps) =>
      makeList({ ...deps, actor }, { itemId: values["itemId"] ?? "", source }),
    );
    return made.ok
      ? redirect(`/desk/lists/${made.id}`)
      : { problems: made.problems.slice(0, 200), payable: made.payable };
  },
);

export default function Lists() {
  const { items, lists } = useLoaderData<typeof loader>();
  const answer = useActionData<Problems>();
  const { t } = useWords("redemption");
  const say = useSay();
  type Row = (typeof lists)[number];
  const columns = [
    {
      key: "item",
      head: t("lists.item"),
      cell: (row: Row) => <Link to={`/desk/lists/${row.id}`}>{say(row.item)}</Link>,
    },
    { key: "source", head: t("lists.source"), cell: (row: Row) => row.fileName ?? t(`lists.sources.${row.source}`) },
    { key: "lines", head: t("lists.lines"), figure: true, cell: (row: Row) => row.lines },
    { key: "total", head: t("lists.total"), figure: true, cell: (row: Row) => <Money fen={row.totalFen} /> },
    { key: "waiting", head: t("lists.waiting"), figure: true, cell: (row: Row) => row.waiting },
    { key: "refused", head: t("lists.refused"), figure: true, cell: (row: Row) => row.refused },
    { key: "at", head: t("lists.at"), cell: (row: Row) => <DateTimeText at={row.createdAt} /> },
  ];
  return (
    <>
      <PageTitle title={t("lists.title")} lead={t("lists.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      {answer && "problems" in answer && <ProblemTable {...answer} />}
      {items.length === 0 ? (
        <Alert tone="info">{t("lists.noItems")}</Alert>
      ) : (
        <Form method="post" encType="multipart/form-data" className="card mb-6">
          <SelectField
            name="itemId"
            label={t("lists.item")}
            options={items.map(({ value, label }) => ({ value, label: say(label) }))}
          />
          <FileField label={t("lists.file")} accept=".csv,.xlsx" />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="upload">
              {t("lists.upload")}
            </SubmitButton>
            <SubmitButton name="intent" value="matches" look="secondary">
              {t("lists.fromMatches")}
            </SubmitButton>
          </div>
        </Form>
      )}
      {lists.length === 0 ? (
        <EmptyState title={t("lists.none")} />
      ) : (
        <div className="card">
          <DataTable caption={t("lists.made")} columns={columns} rows={lists} rowKey={(row) => row.id} />
        </div>
      )}
    </>
  );
}

function ProblemTable({ problems, payable }: Problems) {
  const { t } = useWords("redemption");
  type Row = Problems["problems"][number];
  const columns = [
    { key: "row", head: t("lists.row"), cell: (row: Row) => row.row },
    { key: "value", head: t("lists.value"), cell: (row: Row) => row.value },
    { key: "reason", head: t("lists.reason"), cell: (row: Row) => t(`lists.reasons.${row.reason}`) },
  ];
  return (
    <section className="card mb-6">
      <Alert tone="bad">{t("lists.problems", { count: problems.length })}</Alert>
      {problems.some(({ reason }) => reason === "notExact" || reason === "aboveMost") && (
        <PayableNote payable={payable} />
      )}
      <DataTable
        caption={t("lists.title")}
        hideCaption
        columns={columns}
        rows={problems}
        rowKey={(row) => `${row.row}-${row.reason}`}
      />
    </section>
  );
}
