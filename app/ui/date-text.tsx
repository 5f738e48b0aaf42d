import { shanghaiDay } from "~/kernel/plain-date";

/** An instant as Asia/Shanghai `YYYY-MM-DD HH:MM`. */
export function DateTimeText({ at }: { at: Date }) {
  const shifted = new Date(at.getTime() + 8 * 3600_000).toISOString();
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {shanghaiDay(at)} {shifted.slice(11, 16)}
    </time>
  );
}

/** A calendar day. */
export function DateText({ day }: { day: string }) {
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {day}
    </time>
  );
}
