import { useWords } from "~/i18n/use-words";
import { AmountRule } from "~/features/policies/ui/amount-rule";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { Alert } from "~/ui/alert";
import { DataTable, type Column } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Money } from "~/ui/money";
import { RefreshWithoutScripts } from "~/ui/waiting";
import { dimensions, type Dimension } from "../domain/register";
import type { LabelledCut, Preview } from "../use-cases/preview-draft.server";

type Impact = NonNullable<Preview["impact"]>;

/** What the draft would do to the whole register if it were in force, and the rule in words. */
export function LivePanel({ preview, busy }: { preview: Preview; busy: boolean }) {
  const { t } = useWords("workbench");
  const { impact, away, assessment } = preview;
  return (
    <section aria-label={t("live.title")} className="card space-y-4">
      <h2>{t("live.title")}</h2>
      {away && (
        <Alert tone="info">
          {t(`refusals:${away.code}`, { ...away.params })}
          <RefreshWithoutScripts />
        </Alert>
      )}
      {impact && <ImpactFigures impact={impact} busy={busy} />}
      {!impact && !away && <p className="text-muted">{t("live.impossible")}</p>}
      <details>
        <summary className="min-h-11 font-medium">{t("live.words")}</summary>
        <ConditionTree node={assessment.rule} reader="nobody" />
        <AmountRule lines={assessment.amount} />
      </details>
    </section>
  );
}

/** Firms and yuan in all, then by place, industry and size. */
export function ImpactFigures({ impact, busy }: { impact: Impact; busy: boolean }) {
  const { t } = useWords("workbench");
  const figures = [
    ["eligible", impact.eligible],
    ["unknown", impact.unknown],
    ["nearly", impact.nearly],
  ] as const;
  return (
    <div aria-busy={busy}>
      <div role="status">
        <dl className="grid grid-cols-3 gap-2 text-center">
          {figures.map(([name, count]) => (
            <div key={name} className="rounded-md bg-brand-50 p-2">
              <dt className="text-sm text-muted">{t(`live.${name}`)}</dt>
              <dd className="text-xl font-bold tabular-nums text-brand-800" data-figure={name}>
                {count.toLocaleString("en")}
              </dd>
            </div>
          ))}
          <div className="col-span-3 rounded-md bg-brand-50 p-2">
            <dt className="text-sm text-muted">{t(`live.cost.${impact.nature}`)}</dt>
            <dd className="text-xl font-bold text-brand-800" data-figure="cost" data-fen={String(impact.fen)}>
              {impact.nature === "nonCash" ? "—" : <Money fen={impact.fen} spoken />}
            </dd>
            {impact.open > 0 && <dd className="text-sm text-muted">{t("live.open", { count: impact.open })}</dd>}
          </div>
        </dl>
      </div>
      <p className="mt-2 text-sm text-muted">
        {t("live.firms", { count: impact.firms })} <DateTimeText at={impact.asOf} />
      </p>
      {impact.firms >= 100 && impact.eligible + impact.unknown === 1 && (
        <p className="mt-2 text-sm text-warn">{t("live.single")}</p>
      )}
      {dimensions.map((dimension) => (
        <CutTable key={dimension} dimension={dimension} cuts={impact.cuts[dimension]} />
      ))}
    </div>
  );
}

function CutTable({ dimension, cuts }: { dimension: Dimension; cuts: readonly LabelledCut[] }) {
  const { t } = useWords(["workbench", "common"]);
  const label = (cut: LabelledCut) => {
    if (cut.key === "") return t("live.unsaid");
    return dimension === "size" ? t(`common:size.${cut.key}`) : cut.label;
  };
  const most = Math.max(1, ...cuts.map(({ eligible }) => eligible));
  const columns: Column<LabelledCut>[] = [
    {
      key: "label",
      head: t(`cut.${dimension}`),
      cell: (cut) => (
        <>
          {label(cut)}
          <span
            aria-hidden
            className="mt-1 block h-1.5 rounded bg-brand-600"
            style={{ width: `${(cut.eligible / most) * 100}%` }}
          />
        </>
      ),
    },
    { key: "eligible", head: t("live.eligible"), figure: true, cell: (cut) => cut.eligible },
    { key: "unknown", head: t("live.unknown"), figure: true, cell: (cut) => cut.unknown },
    { key: "nearly", head: t("live.nearly"), figure: true, cell: (cut) => cut.nearly },
    { key: "fen", head: t("live.sum"), figure: true, cell: (cut) => <Money fen={cut.fen} spoken /> },
  ];
  return (
    <details className="mt-2" open={dimension === "region"}>
      <summary className="min-h-11 font-medium">{t(`cut.by.${dimension}`)}</summary>
      {cuts.length === 0 ? (
        <p className="text-muted">{t("live.none")}</p>
      ) : (
        <DataTable
          caption={t(`cut.by.${dimension}`)}
          hideCaption
          columns={columns}
          rows={cuts}
          rowKey={(cut) => cut.key}
        />
      )}
    </details>
  );
}
