export {};

declare module "~/access/permissions" {
  interface Permissions {
    "read:task:department": true;
    "manage:task:department": true;
    "resolve:trouble:department": true;
    "resolve:trouble:all": true;
  }
}
