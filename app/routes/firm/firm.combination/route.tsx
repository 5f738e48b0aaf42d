import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { AdviceNav } from "~/features/matching/ui/advice-nav";
import { CombinationSection } from "~/features/matching/ui/combination-section";
import { readCombination } from "~/features/matching/use-cases/read-combination.server";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:match:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:match:own", async ({ context, actor }) => {
  const combination = await readCombination(
    { tx: context.prisma, clock: context.clock, catalogue: context.catalogue },
    ownFirm(actor),
  );
  return { ...combination, mayWrite: actor.permissions.has("write:profile:own") };
});

export default function CombinationPage() {
  const { cash, upTo, nonCash, unpriced, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useWords(["advice", "matching"]);
  const isEmpty =
    [cash, upTo].every(({ taken, givenUp }) => taken.length + givenUp.length === 0) &&
    nonCash.length + unpriced.length === 0;
  return (
    <>
      <PageTitle title={t("combination.title")} lead={t("combination.lead")} />
      <AdviceNav mayWrite={mayWrite} />
      <StatTiles>
        <StatTile
          label={t("combination.cash")}
          value={<Money fen={cash.total} spoken />}
          hint={t("combination.cashHint")}
        />
        <StatTile label={t("upTo", { ns: "matching" })} value={<Money fen={upTo.total} spoken />} />
        <StatTile label={t("combination.nonCash")} value={t("itemsCount", { ns: "matching", count: nonCash.length })} />
      </StatTiles>
      <p className="mb-4 text-sm text-muted">{t("combination.note")}</p>
      {isEmpty && (
        <EmptyState title={t("combination.none")}>
          <Link to="/firm/close">{t("nav.close")}</Link>
        </EmptyState>
      )}
      <CombinationSection name="cash" combination={cash} />
      <CombinationSection name="upTo" combination={upTo} />
      <Names name="nonCash" rows={nonCash} />
      <Names name="unpriced" rows={unpriced} />
    </>
  );
}

function Names({ name, rows }: { name: "nonCash" | "unpriced"; rows: { id: string; title: Bilingual }[] }) {
  const { t } = useWords("advice");
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <section className="card mb-6" aria-labelledby={name}>
      <h2 id={name} className="mb-2">
        {t(`combination.${name}`)}
      </h2>
      <ul className="list-disc pl-5">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/firm/matches/${row.id}`}>{say(row.title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
