import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { formatYuan } from "~/kernel/money";
import { useSay } from "~/i18n/use-language";
import { Alert } from "~/ui/alert";
import type { ClaimLine } from "~/features/claims/domain/claim-lines";

/** Earlier applications of the firm that count against this one; `href` leads to those the reader may open. */
export function ClaimNotice({
  lines,
  href,
}: {
  lines: readonly ClaimLine[];
  href: (line: ClaimLine) => string | null;
}) {
  const { t } = useWords("applications");
  const say = useSay();
  if (lines.length === 0) return null;
  const barred = lines.some(({ bars }) => bars);
  return (
    <Alert tone={barred ? "bad" : "info"} title={t(barred ? "claims.barred" : "claims.counted")}>
      <ul className="list-disc pl-6">
        {lines.map((line) => {
          const to = href(line);
          return (
            <li key={line.id}>
              {to ? <Link to={to}>{line.number}</Link> : line.number}{" "}
              {t("claims.line", {
                title: say(line.title),
                year: line.year,
                sum: formatYuan(line.fen),
                rank: t(`claims.rank.${line.rank}`),
              })}{" "}
              {t(`claims.why.${line.reason}`)}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** A firm opens its own applications. */
export const ownCase = ({ id }: ClaimLine) => `/firm/applications/${id}`;
