/** Values for the words of a notice; null is something the sender could not state. */
export type NoticeParams = Readonly<Record<string, string | number | null>>;

/** The values as the words take them: what could not be stated is said so. */
export function spokenParams(params: NoticeParams, unstated: string): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? unstated]));
}
