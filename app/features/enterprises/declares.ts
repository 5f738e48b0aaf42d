export {};

declare module "~/access/permissions" {
  interface Permissions {
    "read:profile:own": true;
    "write:profile:own": true;
    "read:firm:all": true;
    "import:firm:all": true;
  }
}
