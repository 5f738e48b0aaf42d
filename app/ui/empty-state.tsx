import { Inbox } from "./icons";
import type { ReactNode } from "react";

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card mb-6 py-10 text-center">
      <Inbox aria-hidden className="mx-auto text-muted" size={32} />
      <p className="mt-2 font-semibold">{title}</p>
      {children && <div className="mt-2 text-muted">{children}</div>}
    </div>
  );
}
