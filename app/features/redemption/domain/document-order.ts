import type { CaseKind } from "./case-documents";
import type { MoveFacts } from "./move-facts";

/**
 * A document that a move of a case called for; `at` is the moment of the move as ISO text. `facts` are what was true then:
 * the worker may write it much later, and the document tells of the move. Orders from before they were kept have none.
 */
export type DocumentOrder = {
  applicationId: string;
  kind: CaseKind;
  orderKey: string;
  at: string;
  facts?: MoveFacts;
};
