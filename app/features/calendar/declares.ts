export {};

declare module "~/access/permissions" {
  interface Permissions {
    "manage:calendar:all": true;
  }
}
