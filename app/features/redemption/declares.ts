export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "objection-link": { requestId: string };
  }
}

declare module "~/features/work/domain/subject" {
  interface SubjectKinds {
    application: true;
  }
}
