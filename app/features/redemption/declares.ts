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

declare module "~/access/permissions" {
  interface Permissions {
    "read:application:department": true;
    "review:application:department": true;
    "approve:application:department": true;
    "score:application:department": true;
    "read:workflow:all": true;
  }
}
