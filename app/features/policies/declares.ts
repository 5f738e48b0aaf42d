import type { PublishedCatalogue } from "./domain/published-catalogue";

declare module "~/platform/context.server" {
  interface AppContext {
    /** Published policy items in memory. */
    catalogue: PublishedCatalogue;
  }
  interface Deps {
    catalogue: PublishedCatalogue;
  }
}
