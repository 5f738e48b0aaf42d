import { useWords } from "~/i18n/use-words";
import { ItemCard, type ItemSummary } from "~/features/policies/ui/item-card";
import { formatYuan } from "~/kernel/money";
import { Money } from "~/ui/money";
import { Chip } from "~/ui/tag";
import type { ChangeView } from "../domain/advice/change-view";

type How = "answer" | "changeable" | "time" | "fixed";
export type AdviceShown = {
  item: ItemSummary;
  nature: "cash" | "upTo" | "nonCash";
  how: How;
  fen: bigint | null;
  mostFen: bigint | null;
  gainFen: bigint | null;
  effort: number;
  plans: ChangeView[][];
};

const needs = {
  changeable: "close.need",
  time: "close.need",
  answer: "close.needAnswer",
  fixed: "close.needFixed",
} as const;

/** One item that is not due yet: what would make it so, and what it would bring. */
export function AdviceCard({ row }: { row: AdviceShown }) {
  return (
    <ItemCard item={row.item} to={`/firm/matches/${row.item.id}`} aside={row.how !== "fixed" && <Gain row={row} />}>
      <Plans how={row.how} plans={row.plans} />
    </ItemCard>
  );
}

/** The ways to make an item one's due, the easiest first. */
export function Plans({ how, plans }: Pick<AdviceShown, "how" | "plans">) {
  const { t } = useWords("advice");
  const [first, ...others] = plans;
  return (
    <>
      {first ? (
        <>
          <p className="font-medium">{t(needs[how])}</p>
          <Changes changes={first} />
        </>
      ) : (
        <p className="text-muted">{t("close.noWay")}</p>
      )}
      {others.map((plan, index) => (
        <details key={index} className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("close.other")}</summary>
          <Changes changes={plan} />
        </details>
      ))}
    </>
  );
}

function Changes({ changes }: { changes: readonly ChangeView[] }) {
  const { t } = useWords(["advice", "common"]);
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {changes.map(({ fact, label, from, to, gap, day }) => (
        <li key={fact}>
          <span className="font-medium">{label}</span>
          {t("colon", { ns: "common" })}
          <span className="text-muted">{t("close.now", { from })}</span> → {t("close.to", { to })}
          {gap && <strong className="ml-2 text-warn">{gap}</strong>}
          {day && <span className="ml-2 text-sm text-muted">{t("close.day", { day })}</span>}
        </li>
      ))}
    </ul>
  );
}

function Gain({ row: { nature, how, fen, mostFen, gainFen, effort } }: { row: AdviceShown }) {
  const { t } = useWords(["advice", "matching"]);
  if (nature === "nonCash") return <span className="text-sm text-muted">{t("nonCashOne", { ns: "matching" })}</span>;
  const isCertain = how !== "answer";
  const label =
    nature === "cash" ? (isCertain ? "close.gain" : "close.would") : isCertain ? "close.gainUpTo" : "close.wouldUpTo";
  return (
    <>
      {gainFen === null ? (
        <Open mostFen={mostFen} />
      ) : (
        <span className="sm:text-right">
          <span className="block text-sm text-muted">{t(label)}</span>
          <strong className="text-lg text-brand-800">
            <Money fen={gainFen} spoken />
          </strong>
        </span>
      )}
      {fen !== null && fen !== gainFen && (
        <span className="max-w-48 text-sm text-muted sm:text-right">
          {t("close.own", { sum: t("yuan", { ns: "matching", sum: formatYuan(fen) }) })}
        </span>
      )}
      {isCertain && <Chip>{t(`close.effort.${effort <= 0.3 ? "small" : effort <= 1 ? "medium" : "large"}`)}</Chip>}
    </>
  );
}

/** A sum that hangs on figures not given yet. */
function Open({ mostFen }: { mostFen: bigint | null }) {
  const { t } = useWords(["advice", "matching"]);
  return (
    <span className="text-sm text-muted sm:text-right">
      {t("sumUnknown", { ns: "matching" })}
      {mostFen !== null && (
        <span className="block">
          {t("close.atMost")} <Money fen={mostFen} spoken />
        </span>
      )}
    </span>
  );
}
