/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Millions in plain figures: three digits that count, or all whole ones. */
export function millions(value: number): string {
  return (value / 1e6).toLocaleString(
    "en",
    value >= 1e8 ? { maximumFractionDigits: 0 } : { minimumSignificantDigits: 3, maximumSignificantDigits: 3 },
  );
}

/** Prints one engine: pairs a second and the ratio to json-rules-engine. */
export function row(name: string, pairsPerSecond: number, engine: number): void {
  const ratio = pairsPerSecond / engine;
  console.log(
    `${name.padEnd(44)} ${millions(pairsPerSecond).padStart(8)} million pairs/s ${(ratio >= 10 ? Math.round(ratio).toLocaleString("en") : ratio.toFixed(1)).padStart(8)} x`,
  );
}
