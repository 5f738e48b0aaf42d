export {};

declare module "~/access/permissions" {
  interface Permissions {
    "read:application:own": true;
    "write:application:own": true;
    "submit:application:own": true;
  }
}
