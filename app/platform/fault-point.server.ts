import { writeSync } from "node:fs";

/** Where the process is to die: a point, and at which of its passings (from 1). */
type Armed = { point: string; left: number };

let armed: Armed | null = null;

/** Arms one point, written `point` or `point:passing`; only rehearsals of crashes do. */
export function armFault(text: string | undefined): void {
  if (!text) return;
  const [point = "", passing = "1"] = text.split(":");
  armed = { point, left: Number(passing) };
}

export function isArmed(): boolean {
  return armed !== null;
}

/** A place where a crash is rehearsed: where it is armed the process dies here, as if the power had gone. */
export function faultPoint(point: string): void {
  if (armed?.point !== point) return;
  armed.left -= 1;
  if (armed.left > 0) return;
  writeSync(1, `crash ${point}\n`);
  process.kill(process.pid, "SIGKILL");
}
