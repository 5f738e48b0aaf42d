import type { PrismaClient } from "~/generated/prisma/client";
import { hashPassword } from "~/features/identity/adapters/password.server";
import { demoMembers, demoPassword, demoStaff } from "~/features/identity/domain/demo-accounts";
import type { SeededFirm } from "./seed-firms";

/** One account per role; the firm's people belong to the first firm. */
export async function seedAccounts(prisma: PrismaClient, firms: readonly SeededFirm[]): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const createdAt = new Date();
  await prisma.user.createMany({
    data: demoStaff.map(({ loginName, zh, roles, departmentId, regionCode }) => ({ loginName, displayName: zh, roles: [...roles], departmentId, regionCode, passwordHash, createdAt })),
  });
  const [firm] = firms;
  if (!firm) return;
  for (const { loginName, zh, role } of demoMembers) {
    await prisma.user.create({ data: { loginName, displayName: zh, passwordHash, createdAt, memberships: { create: { enterpriseId: firm.id, role, createdAt } } } });
  }
}
