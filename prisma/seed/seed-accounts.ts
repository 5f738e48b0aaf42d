import type { PrismaClient } from "~/generated/prisma/client";
import { hashPassword } from "~/features/identity/adapters/password.server";
import { demoAddress, demoMembers, demoPassword, demoStaff } from "~/features/identity/domain/demo-accounts";
import { seedIds } from "./random-source";
import type { SeededFirm } from "./seed-firms";

/** One account per role, opened at `now`; the firm's people belong to the first firm. */
export async function seedAccounts(
  prisma: PrismaClient,
  firms: readonly SeededFirm[],
  { seed, now: createdAt }: { seed: number; now: Date },
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const ids = seedIds(seed);
  await prisma.user.createMany({
    data: demoStaff.map(({ loginName, zh, roles, departmentId, regionCode }) => ({
      id: ids("user", createdAt),
      loginName,
      email: demoAddress(loginName),
      displayName: zh,
      roles: [...roles],
      departmentId,
      regionCode,
      passwordHash,
      createdAt,
    })),
  });
  const [firm] = firms;
  if (!firm) return;
  for (const { loginName, zh, role } of demoMembers) {
    await prisma.user.create({
      data: {
        id: ids("user", createdAt),
        loginName,
        displayName: zh,
        passwordHash,
        createdAt,
        memberships: { create: { enterpriseId: firm.id, role, createdAt } },
      },
    });
  }
}
