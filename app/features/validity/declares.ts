export {};

declare module "~/features/work/domain/subject" {
  interface SubjectKinds {
    /** a document of which an office has to say whether it is in force */
    document: true;
  }
}
