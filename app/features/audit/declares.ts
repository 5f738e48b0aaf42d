export {};

declare module "~/access/permissions" {
  interface Permissions {
    "read:audit:all": true;
  }
}
