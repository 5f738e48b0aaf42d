import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ItemCard, type ItemSummary } from "~/features/policies/ui/item-card";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";

export type MatchRow = {
  item: ItemSummary;
  verdict: "eligible" | "unknown" | "ineligible";
  fen: bigint | null;
  nature: "cash" | "upTo" | "nonCash";
  missing: number;
  closesOn: string | null;
};

const tones = { eligible: "good", unknown: "unknown", ineligible: "bad" } as const;

/** One match: verdict, sum by nature, what is missing, until when. */
export function MatchCard({ row, to, applyTo }: { row: MatchRow; to: string; applyTo?: string }) {
  const { t } = useWords(["matching", "common"]);
  return (
    <ItemCard
      item={row.item}
      to={to}
      aside={
        <>
          <Tag tone={tones[row.verdict]}>{t(`verdict.${row.verdict}`, { ns: "common" })}</Tag>
          {row.verdict !== "ineligible" && <Sum row={row} />}
          {row.missing > 0 && <span className="text-sm text-muted">{t("missing", { count: row.missing })}</span>}
          {row.closesOn && <span className="text-sm text-warn">{t("closes", { day: row.closesOn })}</span>}
          {applyTo && row.verdict === "eligible" && (
            <Link to={applyTo} className="button button-primary">
              {t("apply")}
            </Link>
          )}
        </>
      }
    />
  );
}

function Sum({ row }: { row: MatchRow }) {
  const { t } = useWords(["matching", "common"]);
  if (row.nature === "nonCash") return <span className="text-sm text-muted">{t("nonCashOne")}</span>;
  if (row.fen === null) return <span className="text-sm text-muted">{t("sumUnknown")}</span>;
  return (
    <span className="text-right">
      <span className="block text-sm text-muted">{t(`nature.${row.nature}`, { ns: "common" })}</span>
      <strong className="text-lg text-brand-800">
        <Money fen={row.fen} spoken />
      </strong>
    </span>
  );
}
