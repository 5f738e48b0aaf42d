import { shanghaiDay, yearOf, type PlainDate } from "~/kernel/plain-date";
import { checkCreditCode } from "~/features/enterprises/domain/credit-code";
import { firmOfCode } from "~/features/enterprises/use-cases/open-firm.server";
import { withSettled } from "~/features/policies/domain/concern";
import { readQuickFacts } from "~/features/policies/domain/quick-facts";
import type { AppContext } from "~/platform/context.server";
import { totalsOf } from "../domain/combination/match-totals";
import { nothingReceived, type Received } from "~/features/claims/domain/received";
import { matchProfile, readMatches, type DoubtfulMatch, type OfferedMatch } from "./read-matches.server";

type Process = Pick<AppContext, "prisma" | "clock" | "catalogue" | "env">;
export type VisitorCheck = {
  name: string | null;
  unknownCode: boolean;
  matches: OfferedMatch[];
  doubtful: DoubtfulMatch[];
  received: Received;
  today: PlainDate;
};

/** A first answer for somebody without an account. A registered code is answered only in a demonstration. */
export async function checkVisitor(process: Process, parameters: URLSearchParams): Promise<VisitorCheck> {
  const code = parameters.get("code")?.trim();
  if (code && process.env.DEMO) return byCode(process, code);
  const today = shanghaiDay(process.clock.now());
  const facts = readQuickFacts(parameters, process.catalogue.registry, today);
  const region = typeof facts["region"] === "string" ? facts["region"] : "340500";
  const known = withSettled({ ...facts, region }, process.catalogue.registry.facts, today);
  const profile = { facts: known, regionCode: region, received: nothingReceived };
  return {
    name: null,
    unknownCode: false,
    ...matchProfile(process.catalogue, profile, today),
    received: nothingReceived,
    today,
  };
}

async function byCode(process: Process, typed: string): Promise<VisitorCheck> {
  const checked = checkCreditCode(typed);
  const firm = checked.ok ? await firmOfCode({ tx: process.prisma }, checked.code) : null;
  if (!firm)
    return {
      name: null,
      unknownCode: true,
      matches: [],
      doubtful: [],
      received: nothingReceived,
      today: shanghaiDay(process.clock.now()),
    };
  const { matches, doubtful, received, today } = await readMatches(
    { tx: process.prisma, clock: process.clock, catalogue: process.catalogue },
    firm.id,
  );
  return { name: firm.name, unknownCode: false, matches, doubtful, received, today };
}

/** Counts and sums of a result; sums of different natures stay apart. `received` and `day` decide what the year still leaves. */
export function summarise(matches: readonly OfferedMatch[], received: Received, day: PlainDate) {
  const eligible = matches.filter((match) => match.verdict === "eligible");
  const totals = totalsOf(eligible, received, yearOf(day));
  return { eligible: eligible.length, unknown: matches.filter((match) => match.verdict === "unknown").length, totals };
}
