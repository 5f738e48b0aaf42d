import type { Amount, Figure, Item } from "./catalogue";
import type { Facts } from "./diary";
import { judge } from "./verdict";

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
  const before = amount.capLast ? plain(amount, facts) : capped(amount, facts);
  if (!before) return null;
  let factor = whole(1n);
  if (multiplier) {
    const value = facts[multiplier.fact];
    factor = exact(multiplier.values.find((each) => each.value === value)?.factor ?? multiplier.otherwise);
  }
  const yuan = amount.capLast ? cut(times(before, factor), amount, facts) : times(before, factor);
  if (!yuan) return null;
  const { over, under } = times(yuan, whole(100n));
  return (2n * over + under) / (2n * under);
}

function capped(amount: Amount, facts: Facts): Fraction | null {
  const yuan = plain(amount, facts);
  if (yuan) return cut(yuan, amount, facts);
  if (typeof amount.capYuan !== "number" || amount.capBy !== undefined) return null;
  const cap = exact(amount.capYuan);
  return reaches(amount, cap, facts) ? cap : null;
}

/** A sum under the caps of its amount; null where the figure that is a cap is missing. */
function cut(yuan: Fraction, { capYuan, capBy }: Amount, facts: Facts): Fraction | null {
  const limited = typeof capYuan === "number" ? least(yuan, exact(capYuan)) : yuan;
  if (capBy === undefined || limited.over === 0n) return limited;
  const most = orMissing(() => figureOf(capBy, facts));
  return most && least(limited, most);
}

/** Whether what is known of a sum reaches its cap already: what isn't known can't change it then. */
function reaches({ kind, parts = [] }: Amount, cap: Fraction, facts: Facts): boolean {
  const known = parts.flatMap((part) => capped(part, facts) ?? []);
  return kind === "sum" && !isLess(known.reduce(plus, whole(0n)), cap);
}

type Kind = (amount: Amount, figure: (of: Figure | undefined) => Fraction, facts: Facts) => Fraction | null;
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
  bracketPercent: ({ base, counted, brackets = [] }, figure) => {
    const start = counted === undefined ? whole(0n) : figure(counted);
    const end = plus(start, figure(base));
    return brackets.reduce((total, { from, percent }, place) => {
      const next = brackets[place + 1];
      const upper = next ? least(end, exact(next.from)) : end;
      const lower = isLess(start, exact(from)) ? exact(from) : start;
      return plus(total, times(atLeastZero(minus(upper, lower)), hundredth(percent)));
    }, whole(0n));
  },
  each: ({ of, where, part, otherwise }, _, facts) => {
    const listed: unknown = facts[of ?? ""];
    if (!part || !Array.isArray(listed)) return otherwise ? capped(otherwise, facts) : null;
    const own = (listed as Facts[]).filter((entry) => !where || judge(where, entry, "2000-01-01") === "yes");
    const sums = own.map((entry) => capped(part, entry));
    return sums.every((each) => each !== null) ? sums.reduce(plus, whole(0n)) : null;
  },
  sum: ({ parts = [] }, _, facts) => all(parts, facts)?.reduce(plus, whole(0n)) ?? null,
  lesserOf: ({ parts = [] }, _, facts) => all(parts, facts)?.reduce(least) ?? null,
};

function all(parts: readonly Amount[], facts: Facts): Fraction[] | null {
  const sums = parts.map((part) => capped(part, facts));
  return sums.every((each) => each !== null) ? sums : null;
}

class Missing extends Error {}

function figureOf(figure: Figure | undefined, facts: Facts): Fraction {
  if (typeof figure === "number") return exact(figure);
  if (typeof figure === "object") {
    const [operation, pair] = Object.entries(figure)[0] as [string, [Figure, Figure]];
    const [one, other] = pair.map((each) => figureOf(each, facts)) as [Fraction, Fraction];
    if (operation === "minus") return atLeastZero(minus(one, other));
    return operation === "times" ? times(atLeastZero(one), atLeastZero(other)) : least(one, other);
  }
  const value = facts[figure ?? ""];
  if (typeof value !== "number") throw new Missing();
  return exact(value);
}

function plain(amount: Amount, facts: Facts): Fraction | null {
  const kind = kinds[amount.kind];
  return kind ? orMissing(() => kind(amount, (figure) => figureOf(figure, facts), facts)) : null;
}

/** What comes of a computation; null where a figure of it is missing. */
function orMissing(compute: () => Fraction | null): Fraction | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
}
