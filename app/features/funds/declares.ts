export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "serve-waiting": { envelopeIds: readonly string[] };
  }
}

declare module "~/access/permissions" {
  interface Permissions {
    "read:payment:region": true;
    "manage:payment:region": true;
    "read:budget:all": true;
    "manage:budget:all": true;
  }
}
