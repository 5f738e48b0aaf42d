import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useLayoutEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { startI18n } from "~/words/client";
import { holdEvents } from "./hold-events";

const i18n = await startI18n();
const letThrough = holdEvents();

/** Lets events through once all within stands. */
function TakenOver({ children }: { children: ReactNode }) {
  useLayoutEffect(letThrough, []);
  return children;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TakenOver>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </TakenOver>
    </StrictMode>,
  );
});
