import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import type { TestProcess } from "~/platform/testing/test-database";

/** A firm of Huashan with its owner, who can act at once. */
export async function ownedFirm(
  { prisma, clock }: TestProcess,
  serial: number,
): Promise<{ actor: UserActor; enterpriseId: string }> {
  const createdAt = clock.now();
  const firm = await prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode("340503", serial),
      name: "示例测试有限公司",
      legalForm: "company",
      regionCode: "340503",
      industryCode: "C3421",
      createdAt,
    },
  });
  const membership = { enterpriseId: firm.id, role: "owner" as const };
  const loginName = `owner${serial}`;
  const user = await prisma.user.create({
    data: {
      loginName,
      displayName: "经办人",
      passwordHash: "x",
      createdAt,
      memberships: { create: { ...membership, createdAt } },
    },
  });
  const actor: UserActor = {
    kind: "user",
    userId: user.id,
    loginName,
    displayName: "经办人",
    locale: "zh",
    roles: [],
    departmentId: null,
    regionCode: null,
    sessionId: "s",
    memberships: [{ ...membership, enterpriseName: firm.name }],
    enterpriseId: firm.id,
    permissions: permissionsOf([], "owner"),
    address: null,
  };
  return { actor, enterpriseId: firm.id };
}
