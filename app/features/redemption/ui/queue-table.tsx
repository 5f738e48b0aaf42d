import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import { useWords } from "~/i18n/use-words";
import { TermDay } from "~/features/calendar/ui/term-day";
import { rowName } from "~/features/policies/domain/item-name";
import { useSay } from "~/i18n/use-language";
import type { Fen } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import { Money } from "~/ui/money";
import { Shortcuts } from "~/ui/shortcuts";
import { batchActions } from "../domain/batch-review";
import type { Lateness } from "~/features/calendar/domain/lateness";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";

type Row = {
  id: string;
  stage: string;
  dueOn: string;
  lateness: Lateness;
  application: {
    id: string;
    number: string | null;
    claimedFen: Fen | null;
    enterprise: { name: string };
    item: { title: string; titleEn: string | null };
  };
};

/** The queue of an office; ticked cases go to the preview of a step on all of them. */
export function QueueTable({ rows, mayDecide }: { rows: readonly Row[]; mayDecide: boolean }) {
  const { t } = useWords(["redemption", "applications"]);
  const say = useSay();
  const shortcuts = useMemo(() => queueShortcuts(t), [t]);
  const columns = [
    ...(mayDecide
      ? [
          {
            key: "pick",
            head: t("desk.pick"),
            cell: ({ application }: Row) => (
              <input
                type="checkbox"
                name="case"
                value={application.id}
                aria-label={t("desk.pickCase", { number: application.number })}
                className="size-5 accent-brand-600"
              />
            ),
          },
        ]
      : []),
    {
      key: "item",
      head: t("desk.item"),
      cell: ({ application }: Row) => (
        <Link to={`/desk/cases/${application.id}`} data-row>
          {say(rowName(application.item))}
        </Link>
      ),
    },
    { key: "firm", head: t("desk.firm"), cell: ({ application }: Row) => application.enterprise.name },
    {
      key: "number",
      head: t("desk.number"),
      cell: ({ application }: Row) => <span className="whitespace-nowrap">{application.number}</span>,
    },
    { key: "stage", head: t("desk.stage"), cell: ({ stage }: Row) => t(`stage.${stage}`, { ns: "applications" }) },
    {
      key: "sum",
      head: t("desk.sum"),
      figure: true,
      cell: ({ application }: Row) => (application.claimedFen === null ? "—" : <Money fen={application.claimedFen} />),
    },
    { key: "due", head: t("desk.due"), cell: ({ dueOn }: Row) => <TermDay day={dueOn} /> },
    { key: "left", head: t("desk.left"), cell: ({ lateness }: Row) => <LatenessTag lateness={lateness} /> },
  ];
  return (
    <>
      <Form action="/desk/batch" className="card">
        <DataTable caption={t("desk.title")} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />
        {mayDecide && (
          <div className="mt-4 flex flex-wrap items-center gap-3">
            <label htmlFor="batch-action">{t("desk.batch")}</label>
            <select id="batch-action" name="action" className="field w-auto" defaultValue="RECOMMEND_APPROVAL">
              {batchActions.map((action) => (
                <option key={action} value={action}>
                  {t(`action.${action}`)}
                </option>
              ))}
            </select>
            <button className="button button-secondary">{t("desk.preview")}</button>
          </div>
        )}
      </Form>
      <Shortcuts list={shortcuts} />
    </>
  );
}

/** Moves along the rows, ticks one, goes to the search. */
function queueShortcuts(t: (key: string) => string) {
  const links = () => [...document.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
  const current = () => links().findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const go = (step: number) => () => links()[Math.min(links().length - 1, Math.max(0, current() + step))]?.focus();
  return [
    { key: "j", label: t("keys.next"), run: go(1) },
    { key: "k", label: t("keys.previous"), run: go(-1) },
    {
      key: "x",
      label: t("keys.select"),
      run: () => links()[current()]?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click(),
    },
    {
      key: "/",
      label: t("keys.search"),
      run: () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
    },
  ];
}
