const browsers: readonly [string, RegExp][] = [
  ["Edge", /Edg\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrome\//],
  ["Safari", /Version\/.*Safari\//],
];
const systems: readonly [string, RegExp][] = [
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
];

/** Browser and system that a User-Agent header tells of; null where it tells nothing known. */
export function deviceName(userAgent: string | null): string | null {
  const first = (list: typeof browsers) => list.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(", ") || null;
}
