import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { Tag } from "~/ui/tag";
import type { DraftStatus, Obstacle } from "../domain/draft";

const ways: Partial<Record<Obstacle, string>> = {
  problems: "..",
  findings: "..",
  "points-open": "../clause",
  "backtest-missing": "../backtest",
  "backtest-outdated": "../backtest",
  "publish-past": "..",
  "ends-before": "..",
};

/** What is still missing before a second person can be asked. */
export function Obstacles({ status, obstacles }: { status: DraftStatus; obstacles: readonly Obstacle[] }) {
  const { t } = useWords(["workbench", "refusals"]);
  if (status === "published" || status === "discarded") return null;
  return (
    <section className="card mb-6" aria-label={t("release.missing")}>
      <h2 className="mb-2">{t("release.missing")}</h2>
      {obstacles.length === 0 ? (
        <Tag tone="good">{t("release.complete")}</Tag>
      ) : (
        <ul className="space-y-2">
          {obstacles.map((obstacle) => (
            <li key={obstacle} className="flex flex-wrap items-center gap-2">
              <Tag tone="warn">{t("release.open")}</Tag>
              <span>{t(`refusals:workbench.obstacle-${obstacle}`)}</span>
              {ways[obstacle] && (
                <Link to={ways[obstacle]} relative="path">
                  {t("release.go")}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
