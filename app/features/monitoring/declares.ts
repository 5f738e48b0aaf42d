export {};

declare module "~/access/permissions" {
  interface Permissions {
    "read:monitoring:all": true;
    "export:monitoring:all": true;
  }
}
