export {};

declare module "~/access/permissions" {
  interface Permissions {
    "manage:task:department": true;
    "resolve:trouble:department": true;
    "resolve:trouble:all": true;
  }
}
