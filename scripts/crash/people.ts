import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import type { PrismaClient } from "~/generated/prisma/client";
import { steady } from "./steady";

const region = "340503";

/** Enters a firm and its owner unless they are there; the owner's login name. */
export async function addFirm(prisma: PrismaClient, serial: number): Promise<string> {
  const createdAt = new Date();
  const loginName = `firm-${serial}`;
  const enterprise = {
    creditCode: makeCreditCode(region, serial),
    name: `示例第${serial}有限公司`,
    legalForm: "company",
    regionCode: region,
    industryCode: "C3421",
    createdAt,
  };
  await steady(async () => {
    if (await prisma.user.count({ where: { loginName } })) return;
    await prisma.user.create({
      data: {
        loginName,
        displayName: "经办人",
        email: `${loginName}@firms.example`,
        passwordHash: "-",
        createdAt,
        memberships: { create: { role: "owner", createdAt, enterprise: { create: enterprise } } },
      },
    });
  });
  return loginName;
}

/** The login name of an official of an office, entered where there is none; `which` tells those of one role apart. */
export async function officialOf(
  prisma: PrismaClient,
  departmentId: string,
  regionCode: string,
  role: string,
  which = "",
): Promise<string> {
  const loginName = `${role}-${departmentId}-${regionCode}${which}`;
  const data = {
    loginName,
    displayName: "工作人员",
    passwordHash: "-",
    roles: [role],
    departmentId,
    regionCode,
    createdAt: new Date(),
  };
  await steady(() => prisma.user.upsert({ where: { loginName }, create: data, update: {} }));
  return loginName;
}
