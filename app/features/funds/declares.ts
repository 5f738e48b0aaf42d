export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "serve-waiting": { envelopeIds: readonly string[] };
  }
}
