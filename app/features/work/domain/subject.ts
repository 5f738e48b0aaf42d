/** The kinds of things that wait; each context adds its own in its `declares.ts`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface SubjectKinds {}
export type SubjectType = keyof SubjectKinds & string;

/** A thing that waits. */
export type Subject = { type: SubjectType; id: string };

/** A department of a place. */
export type Office = { departmentId: string; regionCode: string };
