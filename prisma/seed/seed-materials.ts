import type { FileStorage } from "~/platform/storage.server";

/** What every seeded material says. */
export const demoLine = "Demonstration material. No real firm, no real figures.";

/** A PDF of one page with one line of Latin text. */
export function demoPdf(line: string): Buffer {
  const content = `BT /F1 18 Tf 72 720 Td (${line.replace(/[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const header = "%PDF-1.4\n";
  const offsets = objects.map((_, index) => header.length + objects.slice(0, index).join("").length);
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const body = header + objects.join("");
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}

/** The one file of all seeded materials. */
export const demoFile = demoPdf(demoLine);

/** Keeps the file that the materials of the seeded cases name: one small PDF that says it is a demonstration. */
export async function seedMaterials(storage: FileStorage): Promise<void> {
  await storage.put(demoFile);
}
