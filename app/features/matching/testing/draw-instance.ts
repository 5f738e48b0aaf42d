import type { Candidate, Conflict } from "../domain/combination/combination";
import type { Draw } from "../domain/evaluate/generate-profiles";

/** A task for the best combination, drawn by chance: half of the items in exclusive groups, a third under shared caps, some conflicts. */
export function drawInstance(size: number, draw: Draw): { candidates: Candidate[]; conflicts: Conflict[] } {
  const place = (count: number) => Math.floor(draw() * count);
  const candidates = Array.from({ length: size }, (_, index): Candidate => {
    const exclusiveGroup = draw() < 0.5 ? `g${place(Math.ceil(size / 4))}` : null;
    const sharedCap = draw() < 0.3 ? { group: `s${place(4)}`, fen: 800_000_000n } : null;
    return { id: `i${index}`, fen: BigInt(place(500)) * 1_000_000n, exclusiveGroup, sharedCap };
  });
  return {
    candidates,
    conflicts: Array.from({ length: Math.ceil(size / 5) }, (): Conflict => [`i${place(size)}`, `i${place(size)}`]),
  };
}
