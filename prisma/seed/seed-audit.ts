import type { PrismaClient } from "~/generated/prisma/client";

/** The log of the demo cases: one event for each of their transitions, as if they had been taken on the platform. */
export async function seedAudit(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "AuditEvent" (at, "actorId", "actorRole", action, "subjectType", "subjectId", "enterpriseId", "departmentId", before, after, versions)
    SELECT t.at, t."actorId", t."actorRole", 'application.' || lower(replace(t.event, '_', '-')), 'application', t."applicationId", a."enterpriseId", t."departmentId",
      jsonb_build_object('state', t."fromState"), jsonb_build_object('state', t."toState", 'event', jsonb_strip_nulls(jsonb_build_object('type', t.event, 'actorId', t."actorId", 'departmentId', t."departmentId")) || t.payload, 'payload', t.payload),
      jsonb_build_object('itemVersion', a."itemVersionId", 'machine', a."machineHash")
    FROM "Transition" t JOIN "Application" a ON a.id = t."applicationId"
    WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e.stream = 'case:' || t."applicationId")
    ORDER BY t.at, t.id`;
}
