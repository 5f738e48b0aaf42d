import type { ReactNode } from "react";

export type TimelineStep = { key: string; title: string; state: "done" | "current" | "next"; children?: ReactNode };

const dots = {
  done: "bg-good border-good",
  current: "bg-white border-brand-600 ring-4 ring-brand-100",
  next: "bg-white border-line",
};

/** What happened, what is happening, what comes. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol aria-label={label} className="ml-2 border-l-2 border-line">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className="relative pb-5 pl-6 last:pb-0"
        >
          <span
            aria-hidden
            className={`absolute -left-[0.55rem] top-1.5 size-4 rounded-full border-2 ${dots[step.state]}`}
          />
          <p className={step.state === "next" ? "text-muted" : "font-semibold"}>{step.title}</p>
          {step.children && <div className="text-sm text-muted">{step.children}</div>}
        </li>
      ))}
    </ol>
  );
}
