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

declare module "~/access/permissions" {
  interface Permissions {
    "read:policy:all": true;
    "write:policy:all": true;
    "sign:policy:all": true;
  }
}
