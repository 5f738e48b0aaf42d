import type { PlainDate } from "~/kernel/plain-date";
import type { Office } from "./subject";

/** Work that is to wait at an office, with its last day, and who has it from the start. */
export type NewTask = Office & { stage: string; dueOn: PlainDate; assigneeId?: string | null };

/** Work that waits at an office. */
export type OpenTask = Office & { id: string; stage: string; assigneeId: string | null };

/** A term as it ran. */
export type KeptTerm = { id: string; kind: string; event: string | null; dueAt: Date | string };
