import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  changed: "The document has changed meanwhile: reload the page",
  waiting: "A statement on this document waits to be signed",
  kind: "This can't be stated of the document as it stands: reload the page",
  "order-state": "This statement was decided already: reload the page",
  "two-persons": "Who signs must differ from who stated it",
};
