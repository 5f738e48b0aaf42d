import type { Amount, Item } from "./catalogue";
import type { Facts } from "./diary";

/** A fraction: no float stands between a rule and its sum. */
type Fraction = { over: bigint; under: bigint };

const whole = (over: bigint): Fraction => ({ over, under: 1n });
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
const least = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? a : b);
const atLeastZero = (a: Fraction): Fraction => (a.over < 0n ? whole(0n) : a);

/** A figure as it is written in decimals. */
function exact(figure: number): Fraction {
  const [digits = "0", exponent = "0"] = figure.toString().split("e");
  const [front = "0", back = ""] = digits.split(".");
  const shift = Number(exponent) - back.length;
  const over = BigInt(front + back);
  return shift >= 0 ? whole(over * 10n ** BigInt(shift)) : { over, under: 10n ** BigInt(-shift) };
}

/** What an item gives for these facts, in fen, half up; null when a figure is missing or nothing can be computed. */
export function sumOf({ amount, multiplier }: Pick<Item, "amount" | "multiplier">, facts: Facts): bigint | null {
  const yuan = capped(amount, facts);
  if (!yuan) return null;
  let factor = whole(1n);
  if (multiplier) {
    const value = facts[multiplier.fact];
    factor = exact(multiplier.values.find((each) => each.value === value)?.factor ?? multiplier.otherwise);
  }
  const { over, under } = times(times(yuan, factor), whole(100n));
  return (2n * over + under) / (2n * under);
}

function capped(amount: Amount, facts: Facts): Fraction | null {
  const yuan = plain(amount, facts);
  if (typeof amount.capYuan !== "number") return yuan;
  const cap = exact(amount.capYuan);
  if (yuan) return least(yuan, cap);
  return reaches(amount, cap, facts) ? cap : null;
}

/** Whether what is known of a sum reaches its cap already: what isn't known can't change it then. */
function reaches({ kind, parts = [] }: Amount, cap: Fraction, facts: Facts): boolean {
  const known = parts.flatMap((part) => capped(part, facts) ?? []);
  return kind === "sum" && !isLess(known.reduce(plus, whole(0n)), cap);
}

type Kind = (amount: Amount, figure: (fact: string | undefined) => Fraction, facts: Facts) => Fraction | null;
const hundredth = (percent = 0) => times(exact(percent), { over: 1n, under: 100n });

const kinds: Readonly<Record<string, Kind>> = {
  fixed: ({ yuan = 0 }) => exact(yuan),
  percent: ({ base, percent }, figure) => times(figure(base), hundredth(percent)),
  match: ({ base, percent }, figure) => times(figure(base), hundredth(percent)),
  percentIncrement: ({ base, previous, percent }, figure) =>
    times(atLeastZero(minus(figure(base), figure(previous))), hundredth(percent)),
  perUnit: ({ unit, yuanPerUnit = 0 }, figure) => times(figure(unit), exact(yuanPerUnit)),
  tiered: ({ on, tiers = [] }, figure) => {
    const value = figure(on);
    const reached = tiers.filter(({ from }) => !isLess(value, exact(from)));
    return reached.reduce((best, { yuan }) => (isLess(best, exact(yuan)) ? exact(yuan) : best), whole(0n));
  },
  perStep: ({ on, previous, over = 0, step = 1, baseYuan = 0, yuanPerStep = 0 }, figure) => {
    const rise = atLeastZero(minus(minus(figure(on), previous ? figure(previous) : whole(0n)), exact(over)));
    const part = times(rise, { over: exact(step).under, under: exact(step).over });
    return plus(exact(baseYuan), times(whole(part.over / part.under), exact(yuanPerStep)));
  },
  bracketPercent: ({ base, brackets = [] }, figure) => {
    const value = figure(base);
    return brackets.reduce((total, { from, percent }, place) => {
      const next = brackets[place + 1];
      const end = next ? least(value, exact(next.from)) : value;
      return plus(total, times(atLeastZero(minus(end, exact(from))), hundredth(percent)));
    }, whole(0n));
  },
  sum: ({ parts = [] }, _, facts) => all(parts, facts)?.reduce(plus, whole(0n)) ?? null,
  lesserOf: ({ parts = [] }, _, facts) => all(parts, facts)?.reduce(least) ?? null,
};

function all(parts: readonly Amount[], facts: Facts): Fraction[] | null {
  const sums = parts.map((part) => capped(part, facts));
  return sums.every((each) => each !== null) ? sums : null;
}

class Missing extends Error {}

function plain(amount: Amount, facts: Facts): Fraction | null {
  const kind = kinds[amount.kind];
  if (!kind) return null;
  const figure = (fact: string | undefined): Fraction => {
    const value = facts[fact ?? ""];
    if (typeof value !== "number") throw new Missing();
    return exact(value);
  };
  try {
    return kind(amount, figure, facts);
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
}
