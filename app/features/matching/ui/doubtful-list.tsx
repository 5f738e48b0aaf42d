import { useSay } from "~/i18n/use-language";
import { useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { ValidityState } from "~/features/policies/domain/validity";
import { ItemCard, type ItemSummary } from "~/features/policies/ui/item-card";
import { ValidityTag } from "~/features/policies/ui/validity-card";
import { Pagination } from "~/ui/pagination";
import type { PageOf } from "~/ui/paging";
import { Tag } from "~/ui/tag";

export type DoubtfulRow = { item: ItemSummary; verdict: "eligible" | "unknown" | "ineligible"; state: ValidityState };

/** The list's own page in the address. */
export const doubtfulPage = "doubtful";

const tones = { eligible: "good", unknown: "unknown", ineligible: "bad" } as const;

/** Items of which nobody can say that they are in force: apart, marked, without sums, with the office that can say. */
export function DoubtfulList({ result, to }: { result: PageOf<DoubtfulRow>; to: (itemId: string) => string }) {
  const { t } = useWords(["matching", "common", "policies"]);
  const say = useSay();
  const [parameters] = useSearchParams();
  if (result.count === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="doubtful">
      <h2 id="doubtful" className="mb-2">
        {t("doubtful.title")}{" "}
        <span className="text-base font-normal text-muted">{t("itemsCount", { count: result.count })}</span>
      </h2>
      <p className="mb-3 text-muted">{t("doubtful.lead")}</p>
      <details open={parameters.has(doubtfulPage)}>
        <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("doubtful.show")}</summary>
        <ul className="grid gap-4">
          {result.rows.map(({ item, verdict, state }) => (
            <ItemCard
              key={item.id}
              item={item}
              to={to(item.id)}
              aside={
                <>
                  <ValidityTag state={state} />
                  <Tag tone={tones[verdict]}>{t(`verdict.${verdict}`, { ns: "common" })}</Tag>
                </>
              }
            >
              <p className="text-sm">{t("validity.ask", { ns: "policies", office: say(item.department) })}</p>
            </ItemCard>
          ))}
        </ul>
        <Pagination page={result.page} pages={result.pages} parameter={doubtfulPage} label={t("doubtful.pages")} />
      </details>
    </section>
  );
}
