/** The kinds of things that wait; each context adds its own in its `declares.ts`. */
export interface SubjectKinds {
  /** what can't go on by itself */
  trouble: true;
}
export type SubjectType = keyof SubjectKinds & string;

/** A thing that waits. */
export type Subject = { type: SubjectType; id: string };

/** A department of a place. */
export type Office = { departmentId: string; regionCode: string };

/** The platform's administrators, who have what no office can put right. */
export const administration: Office = { departmentId: "platform", regionCode: "platform" };
