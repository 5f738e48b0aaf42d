import { Printer } from "./icons";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Prints the page; only where scripts run, for without them the browser's own menu does it. */
export function PrintButton({ children }: { children: string }) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isInBrowser) return null;
  return (
    <button type="button" className="button button-secondary" onClick={() => window.print()}>
      <Printer aria-hidden size={18} />
      {children}
    </button>
  );
}
