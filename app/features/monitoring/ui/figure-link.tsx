import type { ReactNode } from "react";

/**
 * A figure that opens the list behind it. A plain anchor: hundreds stand in the tables, and a router's link each
 * doubled the page's time.
 */
export function FigureLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} className="underline">
      {children}
    </a>
  );
}
