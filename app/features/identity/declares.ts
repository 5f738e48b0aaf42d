export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "password-link": { userId: string };
  }
}

declare module "~/access/permissions" {
  interface Permissions {
    "manage:member:own": true;
    "manage:user:all": true;
    "decide:claim:all": true;
    "read:session:all": true;
    "end:session:all": true;
    "confirm:address:all": true;
  }
}
