/** Words of ours, named by their key (`funds:bank.reversedSo`), which each reader gets in the own language. */
export type OwnWords = { words: string };
/** Values for the words of a notice; null is something the sender could not state. */
export type NoticeParams = Readonly<Record<string, string | number | null | OwnWords>>;

/**
 * The values as the words take them: what could not be stated is said so.
 * @param say gives words of ours by their key
 */
export function spokenParams(
  params: NoticeParams,
  unstated: string,
  say: (key: string) => string = (key) => key,
): Record<string, string | number> {
  const spoken = (value: NoticeParams[string]) =>
    value !== null && typeof value === "object" ? say(value.words) : (value ?? unstated);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(value)]));
}
