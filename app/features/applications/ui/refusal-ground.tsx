import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { RefusedClause } from "~/features/redemption/domain/failed-clauses";
import { Alert } from "~/ui/alert";

type Props = {
  reason: string;
  itemId: string;
  refusal: { document: string; number: string | null; text: string; clauses: readonly RefusedClause[] } | null;
};

/**
 * Why a case was refused: the reason, the conditions it rests on beside the firm's figures, the policy's text, and what
 * the firm may do.
 */
export function RefusalGround({ reason, itemId, refusal }: Props) {
  const { t } = useWords(["applications", "common"]);
  const { clauses = [] } = refusal ?? {};
  return (
    <Alert tone="bad" title={t("track.rejected")}>
      <p>{reason}</p>
      {clauses.length > 0 && <h2 className="mt-3 text-base font-semibold">{t("refused.clauses")}</h2>}
      {clauses.length > 0 && (
        <ul className="list-disc pl-6">
          {clauses.map(({ clause, own, denied }) => (
            <li key={clause}>
              {clause}
              <span className="block text-sm">{t(denied ? "refused.denied" : "refused.own", { own })}</span>
            </li>
          ))}
        </ul>
      )}
      {refusal && (
        <>
          <h2 className="mt-3 text-base font-semibold">{t("refused.text")}</h2>
          <p>
            <span lang="zh-CN">
              《{refusal.document}》{refusal.number && t("inBrackets", { ns: "common", text: refusal.number })}
              {t("colon", { ns: "common" })}
              {refusal.text}
            </span>{" "}
            <Link to={`/policies/${itemId}`}>{t("refused.open")}</Link>
          </p>
        </>
      )}
      <h2 className="mt-3 text-base font-semibold">{t("refused.remedies")}</h2>
      <p>{t("track.remedies")}</p>
    </Alert>
  );
}
