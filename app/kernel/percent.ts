/** Share of `part` in `whole` in percent with one decimal; 0 where there is no whole. */
export function percentOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1000n) / whole) / 10;
}
