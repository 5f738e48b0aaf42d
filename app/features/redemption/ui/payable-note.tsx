import { useWords } from "~/i18n/use-words";
import type { PayableSum } from "~/features/matching/domain/amount/payable-sum";
import { formatYuan } from "~/kernel/money";
import { Alert } from "~/ui/alert";

/** What the item's text lets be paid to one firm, and whether a list's sums could be checked against it. */
export function PayableNote({ payable }: { payable: PayableSum }) {
  const { t } = useWords(["redemption", "common"]);
  const sums = payable.kind === "exact" ? payable.fens : payable.kind === "most" ? [payable.fen] : [];
  return (
    <Alert tone={payable.kind === "open" ? "warn" : "info"} title={t("lists.payable.title")}>
      <p>
        {t(`lists.payable.${payable.kind}`, {
          sums: sums.map((fen) => formatYuan(fen)).join(t("listComma", { ns: "common" })),
        })}
      </p>
    </Alert>
  );
}
