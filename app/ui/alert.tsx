import { CircleAlert, CircleCheck, Info, TriangleAlert } from "./icons";
import type { ReactNode } from "react";

const looks = {
  info: { icon: Info, style: "border-brand-600 bg-brand-50" },
  good: { icon: CircleCheck, style: "border-good bg-good-soft" },
  warn: { icon: TriangleAlert, style: "border-warn bg-warn-soft" },
  bad: { icon: CircleAlert, style: "border-bad bg-bad-soft" },
};

/** A message that stands out; bad ones are spoken at once. */
export function Alert({ tone, title, children }: { tone: keyof typeof looks; title?: string; children: ReactNode }) {
  const { icon: Icon, style } = looks[tone];
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`my-4 flex gap-3 rounded-md border-l-4 p-4 ${style}`}>
      <Icon aria-hidden className="mt-0.5 shrink-0" size={20} />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
