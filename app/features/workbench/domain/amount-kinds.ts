import type { Amount, AmountPart } from "~/features/policies/domain/policy-item";

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

type Known = { fact: string; percent: number; yuan: number; capYuan: number | null };

/** A part of another kind: the fact, rate, sum and cap of the one before are kept where the new kind has them. */
export function partWith(kind: AmountPart["kind"], before: AmountPart | Amount): AmountPart {
  return make[kind](knownOf(before));
}

/** An amount of another kind with everything that is only shown kept. */
export function amountWith(kind: Amount["kind"], before: Amount): Amount {
  const { upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap, rateUnknown } = before;
  const shown = { upTo, atLeast, effect, period, maxYears, instalments, rangeYuan, sharedCap };
  const common = kind === "fixed" && rateUnknown ? { ...shown, rateUnknown } : shown;
  if (kind === "service") return { kind, ...common };
  if (kind === "sum" || kind === "lesserOf")
    return {
      kind,
      parts: "parts" in before ? before.parts : [partWith(isPart(before.kind) ? before.kind : "fixed", before)],
      capYuan: null,
      ...common,
    };
  return { ...partWith(kind, "parts" in before ? (before.parts[0] ?? before) : before), ...common };
}

function isPart(kind: Amount["kind"]): kind is AmountPart["kind"] {
  return (partKinds as readonly string[]).includes(kind);
}

function knownOf(part: AmountPart | Amount): Known {
  const read = part as Partial<Record<"base" | "on" | "unit", string>> &
    Partial<Record<"percent" | "yuan" | "yuanPerUnit", number>> & { capYuan?: number | null };
  return {
    fact: read.base ?? read.on ?? read.unit ?? "annualRevenue",
    percent: read.percent ?? 1,
    yuan: read.yuan ?? read.yuanPerUnit ?? 0,
    capYuan: read.capYuan ?? null,
  };
}

const make: { [K in AmountPart["kind"]]: (known: Known) => AmountPart } = {
  fixed: ({ yuan }) => ({ kind: "fixed", yuan }),
  percent: ({ fact, percent, capYuan }) => ({ kind: "percent", base: fact, percent, capYuan }),
  match: ({ fact, percent, capYuan }) => ({ kind: "match", base: fact, percent, capYuan }),
  percentIncrement: ({ fact, percent, capYuan }) => ({
    kind: "percentIncrement",
    base: fact,
    previous: `${fact}Previous`,
    percent,
    capYuan,
  }),
  tiered: ({ fact, yuan, capYuan }) => ({ kind: "tiered", on: fact, tiers: [{ from: 0, yuan }], capYuan }),
  perUnit: ({ fact, yuan, capYuan }) => ({ kind: "perUnit", unit: fact, yuanPerUnit: yuan, capYuan }),
  perStep: ({ fact, yuan, capYuan }) => ({
    kind: "perStep",
    on: fact,
    previous: null,
    over: 0,
    step: 1,
    yuanPerStep: yuan,
    baseYuan: 0,
    capYuan,
  }),
  bracketPercent: ({ fact, percent, capYuan }) => ({
    kind: "bracketPercent",
    base: fact,
    brackets: [{ from: 0, percent }],
    capYuan,
  }),
};
