import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { formatYuan } from "~/kernel/money";
import { DataTable } from "~/ui/data-table";
import { Money } from "~/ui/money";

type Taken = { id: string; title: Bilingual; fen: bigint; alone: bigint };
type GivenUp = {
  id: string;
  title: Bilingual;
  fen: bigint;
  why: "exclusive" | "conflict" | "sharedCap" | "received" | "noMoney";
  instead: Bilingual[];
};
export type CombinationShown = { total: bigint; taken: Taken[]; givenUp: GivenUp[] };

/** The best selection of one nature: what is taken with its sum, what is given up and why. */
export function CombinationSection({ name, combination }: { name: "cash" | "upTo"; combination: CombinationShown }) {
  const { t } = useWords("advice");
  const { total, taken, givenUp } = combination;
  if (taken.length + givenUp.length === 0) return null;
  return (
    <section className="card mb-6" aria-labelledby={name}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={name}>{t(`combination.${name}`)}</h2>
        <p>
          {t("combination.total")}{" "}
          <strong className="text-xl text-brand-800">
            <Money fen={total} />
          </strong>
        </p>
      </div>
      {taken.length === 0 ? (
        <p className="text-muted">{t("combination.none")}</p>
      ) : (
        <DataTable
          caption={t("combination.taken")}
          rows={taken}
          rowKey={(row) => row.id}
          columns={[
            { key: "item", head: t("combination.item"), cell: (row) => <Title {...row} /> },
            { key: "alone", head: t("combination.alone"), figure: true, cell: (row) => <Money fen={row.alone} /> },
            {
              key: "counted",
              head: t("combination.counted"),
              figure: true,
              cell: (row) =>
                row.fen < row.alone ? t("combination.cut", { sum: formatYuan(row.fen) }) : <Money fen={row.fen} />,
            },
          ]}
        />
      )}
      {givenUp.length > 0 && (
        <div className="mt-6">
          <DataTable
            caption={t("combination.givenUp")}
            rows={givenUp}
            rowKey={(row) => row.id}
            columns={[
              { key: "item", head: t("combination.item"), cell: (row) => <Title {...row} /> },
              { key: "alone", head: t("combination.alone"), figure: true, cell: (row) => <Money fen={row.fen} /> },
              { key: "why", head: t("combination.why"), cell: (row) => <Why {...row} /> },
            ]}
          />
        </div>
      )}
    </section>
  );
}

function Title({ id, title }: { id: string; title: Bilingual }) {
  const say = useSay();
  return <Link to={`/firm/matches/${id}`}>{say(title)}</Link>;
}

function Why({ why, instead }: Pick<GivenUp, "why" | "instead">) {
  const { t } = useWords(["advice", "matching"]);
  const say = useSay();
  const reason = why === "sharedCap" && instead.length === 0 ? "sharedCapFull" : why;
  return (
    <>{t(`combination.reason.${reason}`, { instead: instead.map(say).join(t("listComma", { ns: "matching" })) })}</>
  );
}
