import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import type { Clock } from "~/kernel/clock";

/** The page a list is asked for; 1 where nothing sensible is asked. A second list of a page has a parameter of its own. */
export function pageOf(request: Request, parameter = "page"): number {
  const asked = Number(new URL(request.url).searchParams.get(parameter) ?? "1");
  return Number.isInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
}

/** The year a page is asked for, 2000 to 2100; this year (Asia/Shanghai) where nothing sensible is asked. */
export function yearAsked(request: Request, clock: Clock): number {
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  return /^20\d\d$|^2100$/.test(asked) ? Number(asked) : yearOf(shanghaiDay(clock.now()));
}
