export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "objection-link": { requestId: string };
  }
}
