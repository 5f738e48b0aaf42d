import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, CircleX, Clock, type Icon } from "./icons";
import type { ReactNode } from "react";

export type Tone = "good" | "warn" | "bad" | "info" | "plain" | "unknown";

const looks: Record<Tone, { icon: Icon; style: string }> = {
  good: { icon: CircleCheck, style: "bg-good-soft text-good" },
  warn: { icon: Clock, style: "bg-warn-soft text-warn" },
  bad: { icon: CircleX, style: "bg-bad-soft text-bad" },
  info: { icon: CircleAlert, style: "bg-brand-100 text-brand-900" },
  unknown: { icon: CircleHelp, style: "bg-warn-soft text-warn" },
  plain: { icon: CircleDashed, style: "bg-slate-100 text-slate-700" },
};

/** A state in words and sign, never by colour alone. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { icon: Icon, style } = looks[tone];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 whitespace-nowrap max-sm:whitespace-normal py-0.5 text-sm font-medium ${style}`}
    >
      <Icon aria-hidden size={15} />
      {children}
    </span>
  );
}

/** A plain property, such as a theme or a level. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className="inline-block rounded bg-slate-100 px-2 py-0.5 text-sm text-slate-700">{children}</span>;
}
