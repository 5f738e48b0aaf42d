export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "password-link": { userId: string };
  }
}
