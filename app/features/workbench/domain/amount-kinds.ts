import { factsOfFigure, type BaseFigure } from "~/features/policies/domain/figure";
import type { Amount, AmountPart } from "~/features/policies/domain/amount-schema";

/** All kinds of the catalogue's union, in the order the form offers them. */
export const amountKinds = [
  "fixed",
  "percent",
  "match",
  "percentIncrement",
  "tiered",
  "perUnit",
  "perStep",
  "bracketPercent",
  "sum",
  "lesserOf",
  "each",
  "service",
] as const satisfies readonly Amount["kind"][];
export const partKinds = [
  "fixed",
  "percent",
  "match",
  "percentIncrement",
  "tiered",
  "perUnit",
  "perStep",
  "bracketPercent",
] as const satisfies readonly AmountPart["kind"][];

type Known = { figure: BaseFigure; capBy?: BaseFigure; percent: number; yuan: number; capYuan: number | null };

/** A part of another kind: the fact, rate, sum and cap of the one before are kept where the new kind has them. */
export function partWith(kind: AmountPart["kind"], before: AmountPart | Amount): AmountPart {
  return make[kind](knownOf(before));
}

/** An amount of another kind with everything that is only shown kept. */
export function amountWith(kind: Amount["kind"], before: Amount): Amount {
  const common = commonFor(kind, before);
  if (kind === "service") return { kind, ...common };
  if (kind === "each") return { kind, of: "vehiclesListed", part: entryPart(before), capYuan: null, ...common };
  if (kind === "sum" || kind === "lesserOf")
    return {
      kind,
      parts: "parts" in before ? before.parts : [partWith(isPart(before.kind) ? before.kind : "fixed", before)],
      capYuan: null,
      ...common,
    };
  return { ...partWith(kind, "parts" in before ? (before.parts[0] ?? before) : before), ...common };
}

/** What every kind has, and of what only some have what this one can. */
function commonFor(kind: Amount["kind"], before: Amount) {
  const { upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap, rateUnknown, capLast } = before;
  return {
    ...{ upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap },
    ...(kind === "fixed" && rateUnknown ? { rateUnknown } : {}),
    ...(kind !== "fixed" && kind !== "service" && capLast ? { capLast } : {}),
  };
}

/** The part of an entry that a new list starts with. */
function entryPart(before: Amount): AmountPart {
  const first = "parts" in before ? before.parts[0] : before.kind === "each" ? before.part : null;
  return first ?? (isPart(before.kind) ? partWith(before.kind, before) : partWith("percent", before));
}

function isPart(kind: Amount["kind"]): kind is AmountPart["kind"] {
  return (partKinds as readonly string[]).includes(kind);
}

function knownOf(part: AmountPart | Amount): Known {
  const read = part as Partial<Record<"base" | "on" | "unit" | "capBy", BaseFigure>> &
    Partial<Record<"percent" | "yuan" | "yuanPerUnit", number>> & { capYuan?: number | null };
  return {
    figure: read.base ?? read.on ?? read.unit ?? "annualRevenue",
    ...(read.capBy === undefined ? {} : { capBy: read.capBy }),
    percent: read.percent ?? 1,
    yuan: read.yuan ?? read.yuanPerUnit ?? 0,
    capYuan: read.capYuan ?? null,
  };
}

function capsOf({ capYuan, capBy }: Pick<Known, "capYuan" | "capBy">) {
  return capBy === undefined ? { capYuan } : { capYuan, capBy };
}

function factIn(figure: BaseFigure): string {
  return factsOfFigure(figure)[0] ?? "annualRevenue";
}

const make: { [K in AmountPart["kind"]]: (known: Known) => AmountPart } = {
  fixed: ({ yuan }) => ({ kind: "fixed", yuan }),
  percent: ({ figure, percent, ...caps }) => ({ kind: "percent", base: figure, percent, ...capsOf(caps) }),
  match: ({ figure, percent, ...caps }) => ({ kind: "match", base: figure, percent, ...capsOf(caps) }),
  percentIncrement: ({ figure, percent, ...caps }) => ({
    kind: "percentIncrement",
    base: factIn(figure),
    previous: `${factIn(figure)}Previous`,
    percent,
    ...capsOf(caps),
  }),
  tiered: ({ figure, yuan, ...caps }) => ({ kind: "tiered", on: figure, tiers: [{ from: 0, yuan }], ...capsOf(caps) }),
  perUnit: ({ figure, yuan, ...caps }) => ({ kind: "perUnit", unit: figure, yuanPerUnit: yuan, ...capsOf(caps) }),
  perStep: ({ figure, yuan, ...caps }) => ({
    kind: "perStep",
    on: figure,
    previous: null,
    over: 0,
    step: 1,
    yuanPerStep: yuan,
    baseYuan: 0,
    ...capsOf(caps),
  }),
  bracketPercent: ({ figure, percent, ...caps }) => ({
    kind: "bracketPercent",
    base: figure,
    brackets: [{ from: 0, percent }],
    ...capsOf(caps),
  }),
};
