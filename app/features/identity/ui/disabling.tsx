import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { TermDay } from "~/features/calendar/ui/term-day";
import { DataTable } from "~/ui/data-table";
import { SubmitButton } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";

export type InHands = {
  work: readonly { key: string; work: string; dueOn: string; number: string }[];
  /** pieces of work of colleagues the person stands in for */
  forOthers: number;
  batches: readonly string[];
  drafts: readonly string[];
  successors: readonly { value: string; label: string }[];
};

/** Disabling an account: what will move, to whom, and what stays with the office. */
export function Disabling({ inHands }: { inHands: InHands }) {
  const { t } = useWords("identity");
  return (
    <Form method="post" aria-labelledby="disabling">
      <h3 id="disabling" className="mb-2">
        {t("users.handOver.title")}
      </h3>
      <WhatMoves inHands={inHands} />
      <SelectField
        name="successorId"
        label={t("users.handOver.successor")}
        hint={t("users.handOver.successorHint")}
        options={[{ value: "", label: t("users.handOver.everybody") }, ...inHands.successors]}
        value=""
      />
      <SubmitButton name="intent" value="disable" look="danger">
        {t("users.disable")}
      </SubmitButton>
    </Form>
  );
}

function WhatMoves({ inHands: { work, forOthers, batches, drafts } }: { inHands: InHands }) {
  const { t } = useWords(["identity", "applications", "common"]);
  if (work.length + forOthers + batches.length + drafts.length === 0)
    return <p className="mb-3 text-muted">{t("users.handOver.nothing")}</p>;
  type Row = InHands["work"][number];
  const columns = [
    { key: "number", head: t("users.handOver.number"), cell: (row: Row) => row.number || "—" },
    { key: "stage", head: t("users.handOver.stage"), cell: (row: Row) => t(row.work) },
    { key: "due", head: t("users.handOver.due"), cell: (row: Row) => <TermDay day={row.dueOn} /> },
  ];
  const comma = t("listComma", { ns: "common" });
  return (
    <div className="mb-4 space-y-2">
      {work.length > 0 && (
        <DataTable
          caption={t("users.handOver.moves", { count: work.length })}
          columns={columns}
          rows={work}
          rowKey={({ key }) => key}
        />
      )}
      {forOthers > 0 && <p>{t("users.handOver.forOthers", { count: forOthers })}</p>}
      {batches.length > 0 && <p>{t("users.handOver.batches", { list: batches.join(comma) })}</p>}
      {drafts.length > 0 && <p>{t("users.handOver.drafts", { list: drafts.join(comma) })}</p>}
    </div>
  );
}
