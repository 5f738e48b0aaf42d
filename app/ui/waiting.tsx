import { useRevalidator } from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "./alert";
import type { SpokenRefusal } from "./refusal-alert";

/** Seconds after which a page that waits asks again. */
export const waitSeconds = 3;

/** Opens the page anew without scripts. */
export function RefreshWithoutScripts() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(waitSeconds)} />
    </noscript>
  );
}

/** Says that something is at work whose end the page shows by itself, with or without scripts. */
export function FollowsByItself({ children }: { children: ReactNode }) {
  useAskAgain();
  return (
    <Alert tone="info">
      {children}
      <RefreshWithoutScripts />
    </Alert>
  );
}

/** Says what a page waits for; it opens by itself, with or without scripts. */
export function Waiting({ refusal }: { refusal: Pick<SpokenRefusal, "code" | "params"> }) {
  const { t } = useWords(["refusals", "common"]);
  useAskAgain();
  return (
    <Alert tone="info">
      <p>{t([refusal.code, "request.failed"], { ns: "refusals", ...refusal.params })}</p>
      <p className="mt-1 text-muted">{t("waits", { ns: "common", count: waitSeconds })}</p>
      <RefreshWithoutScripts />
    </Alert>
  );
}

function useAskAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, waitSeconds * 1000);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
