import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Prisma, PrismaClient } from "~/generated/prisma/client";
import { RandomSource } from "./random-source";
import type { FileStorage } from "~/platform/storage.server";

const chunk = 3000;

/** What every seeded material says. */
export const demoLine = "Demonstration material. No real firm, no real figures.";

/** Gives every seeded case the materials its item asks for: one small PDF that says it is a demonstration. */
export async function seedMaterials(
  prisma: PrismaClient,
  storage: FileStorage,
  { seed }: { seed: number },
): Promise<void> {
  const bytes = demoPdf(demoLine);
  const fileHash = await storage.put(bytes);
  const cases = await prisma.application.findMany({
    orderBy: { id: "asc" },
    select: { id: true, createdById: true, createdAt: true, itemVersion: { select: { content: true } } },
  });
  const random = RandomSource.of(seed, "material");
  const rows = cases.flatMap(({ id, createdById, createdAt, itemVersion }) =>
    (itemVersion.content as unknown as PolicyItem).materials.map((name): Prisma.MaterialCreateManyInput => ({
      id: random.uuid(createdAt),
      applicationId: id,
      name,
      fileName: `${name}（演示）.pdf`,
      fileHash,
      mimeType: "application/pdf",
      sizeBytes: bytes.length,
      uploadedById: createdById,
      uploadedAt: createdAt,
    })),
  );
  for (let start = 0; start < rows.length; start += chunk)
    await prisma.material.createMany({ data: rows.slice(start, start + chunk) });
  await noteHandedIn(prisma);
}

/** What was handed in with each case: its files and the account it names. */
async function noteHandedIn(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "CaseSubmission" s SET
      materials = (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'fileName', m."fileName", 'fileHash', m."fileHash", 'mimeType', m."mimeType") ORDER BY m.id), '[]')
        FROM "Material" m WHERE m."applicationId" = s."applicationId"),
      account = (SELECT jsonb_build_object('holder', b.holder, 'bankName', b."bankName", 'lastFour', b."lastFour")
        FROM "Application" a JOIN "BankAccount" b ON b.id = a."bankAccountId" WHERE a.id = s."applicationId")`;
}

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
