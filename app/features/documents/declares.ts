import type { DocumentOrder } from "~/features/redemption/domain/document-order";
import type { DocumentPress } from "./domain/press";

declare module "~/platform/outbox.server" {
  interface Topics {
    document: DocumentOrder;
  }
}

declare module "~/platform/context.server" {
  interface AppContext {
    press: DocumentPress;
  }
}
