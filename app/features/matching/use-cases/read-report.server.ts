import { regionName, type Catalogue } from "~/features/policies/domain/catalogue";
import { departmentName } from "~/features/policies/domain/department-name";
import { itemName } from "~/features/policies/domain/item-name";
import type { Bilingual } from "~/kernel/bilingual";
import type { Deps } from "~/platform/context.server";
import { orderAdvice } from "../domain/advice/advice";
import { firmCombination } from "../domain/combination/firm-combination";
import type { Language } from "~/features/policies/domain/value-words";
import { doubtfulRows } from "./match-row.server";
import { readAdvice, type AdviceRow } from "./read-advice.server";
import type { OfferedMatch } from "./read-matches.server";

/**
 * The whole answer to a firm on one day: owed now, to be told by answers, close, never; sums by nature.
 * What may not be in force stands apart without a sum. Sums are fen; `countedFen` is what an item adds to its total (0
 * where another of its group or a cap stands before it).
 */
export async function readReport(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseId: string,
  language: Language,
) {
  const { profile, received, today, year, matches, doubtful, totals, rows } = await readAdvice(
    deps,
    enterpriseId,
    language,
  );
  const eligible = matches.filter(({ verdict }) => verdict === "eligible");
  const { cash, upTo } = firmCombination(eligible, received, year);
  const counted = new Map([...cash.taken, ...upTo.taken].map(({ id, fen }) => [id, fen]));
  const { enterprise } = profile;
  const reader = { language, registry: deps.catalogue.registry };
  const isClose = ({ how }: AdviceRow) => how === "changeable" || how === "time";
  return {
    asOf: today,
    firm: {
      name: enterprise.name,
      creditCode: enterprise.creditCode,
      region: regionName(deps.catalogue.registry.regions, enterprise.regionCode, language) ?? enterprise.regionCode,
    },
    totals: { cashFen: totals.cash, upToFen: totals.upTo, nonCash: totals.nonCash },
    owed: eligible.map((match) => ({
      ...line(match, reader),
      countedFen: match.fen === null ? null : (counted.get(match.item.id) ?? 0n),
      closesOn: match.closesOn,
    })),
    open: matches
      .filter(({ verdict }) => verdict === "unknown")
      .map((match) => ({ ...line(match, reader), missing: match.missing.length })),
    close: orderAdvice(rows.filter(isClose), "yield").map((row) => closeLine(row, language)),
    never: rows
      .filter(({ how }) => how === "fixed")
      .map(({ item, nature, plans }) => ({
        ...head(item, language),
        nature,
        lacks: (plans[0] ?? []).filter(({ how }) => how === "fixed").map(({ label }) => label),
      })),
    doubtful: doubtfulRows(doubtful, deps.catalogue.registry).map(({ item, verdict, state }) => ({
      ...head(item, language),
      verdict,
      state,
    })),
  };
}

export type Report = Awaited<ReturnType<typeof readReport>>;

type Reader = { language: Language; registry: Catalogue };
type Head = { id: string; title: Bilingual; department: Bilingual };

function head({ id, title, department }: Head, language: Language) {
  return { id, title: title[language], department: department[language] };
}

function line({ item, nature, fen }: OfferedMatch, { language, registry }: Reader) {
  return {
    ...head({ id: item.id, title: itemName(item), department: departmentName(registry, item) }, language),
    nature,
    fen,
  };
}

function closeLine({ item, nature, how, fen, gainFen, plans }: AdviceRow, language: Language) {
  const [first = []] = plans;
  return {
    ...head(item, language),
    nature,
    how,
    fen,
    gainFen,
    changes: first.map(({ label, from, to, gap, day }) => ({ label, from, to, gap, day })),
  };
}
