import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** One figure people look for; with `to` it opens the list behind it. */
export function StatTile({
  label,
  value,
  hint,
  to,
}: {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  to?: string;
}) {
  return (
    <div className="card max-sm:[&_.tabular-nums]:whitespace-normal">
      <p className="text-sm text-muted">{label}</p>
      <p className="mt-1 text-base font-bold break-words text-brand-800 tabular-nums sm:text-2xl">
        {to ? (
          <Link to={to} className="text-brand-800 underline">
            {value}
          </Link>
        ) : (
          value
        )}
      </p>
      {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
    </div>
  );
}

/** Tiles side by side, as many as fit. */
export function StatTiles({ children }: { children: ReactNode }) {
  return (
    <div className="mb-6 grid grid-cols-[repeat(auto-fit,minmax(9.25rem,1fr))] gap-3 sm:grid-cols-2 sm:gap-4 lg:grid-cols-4">
      {children}
    </div>
  );
}
