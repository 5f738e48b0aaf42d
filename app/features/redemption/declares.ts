export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    "objection-link": { requestId: string };
  }
}

declare module "~/features/work/domain/subject" {
  interface SubjectKinds {
    application: true;
    /** what a firm keeps up after a decision for it */
    obligation: true;
    /** of a later part of a sum */
    condition: true;
    /** a proposal of who is paid out of a quota in a year */
    selection: true;
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
