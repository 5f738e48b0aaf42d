import { createVerify } from "node:crypto";
import type { Tx } from "~/platform/db.server";
import { noteText, type Note, type NotedEvent } from "../domain/misread";

/** Every note, the oldest first. */
export async function findNotes(tx: Tx): Promise<Note[]> {
  const rows = await tx.auditNote.findMany({ orderBy: { number: "asc" } });
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), events: row.events as NotedEvent[] }));
}

/** @returns the number of the note */
export async function addNote(tx: Tx, note: Omit<Note, "number">): Promise<number> {
  const row = await tx.auditNote.create({ data: { ...note, events: [...note.events], at: new Date(note.at) } });
  return row.number;
}

/** Whether the signature of a note is that of its text by its certificate. */
export function isSigned({ certificate, signature, ...note }: Note): boolean {
  try {
    return createVerify("sha256").update(noteText(note), "utf8").verify(certificate, signature, "base64");
  } catch {
    return false;
  }
}
