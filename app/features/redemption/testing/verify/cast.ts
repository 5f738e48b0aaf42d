import type { UserActor } from "~/access/actor";
import { permissionsOf, type MembershipRole, type StaffRole } from "~/access/permissions";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Performing } from "~/platform/transact.server";
import { countyDepartment, financeDepartment } from "../../domain/tasks";
import { expertsOf } from "../../domain/verify/alphabet";

/** Everybody who acts, by the name the model knows them by; ids are in the order of the names. */
export type Cast = ReadonlyMap<string, UserActor>;

const deciding: StaffRole[] = ["reviewer", "approver", "departmentHead"];

/**
 * The officials of one configuration and the owner of a firm. Those of the lead department may review and approve alike, so
 * that it is the law of two persons that stops them, not their roles.
 */
export async function castOf(
  process: Pick<Performing, "prisma" | "clock">,
  config: RedemptionConfig,
  firm: { enterpriseId: string; regionCode: string },
): Promise<Cast> {
  const { leadDepartmentId: lead, regionCode } = config;
  const finance = { roles: ["finance"] as StaffRole[], departmentId: financeDepartment(config), regionCode };
  const parts: [string, { roles: StaffRole[]; departmentId: string | null; regionCode: string | null }][] = [
    ...["one", "two", "three"].map((name): (typeof parts)[number] => [
      name,
      { roles: deciding, departmentId: lead, regionCode },
    ]),
    ...(config.countyPreReview
      ? [
          [
            "county",
            { roles: ["reviewer"], departmentId: countyDepartment(lead), regionCode: firm.regionCode },
          ] as (typeof parts)[number],
        ]
      : []),
    ...config.coDepartmentIds.map((id): (typeof parts)[number] => [
      id,
      { roles: ["reviewer"], departmentId: id, regionCode },
    ]),
    ...expertsOf(config).map((name): (typeof parts)[number] => [
      name,
      { roles: ["expert"], departmentId: lead, regionCode },
    ]),
    ["maker", finance],
    ["checker", finance],
    ["witness", finance],
    ["owner", { roles: [], departmentId: null, regionCode: null }],
  ];
  const cast = new Map<string, UserActor>();
  for (const [index, [name, part]] of parts.entries())
    cast.set(name, await addPerson(process, { name, index, ...part }, name === "owner" ? firm.enterpriseId : null));
  return cast;
}

type Person = {
  name: string;
  index: number;
  roles: StaffRole[];
  departmentId: string | null;
  regionCode: string | null;
};

async function addPerson(
  { prisma, clock }: Pick<Performing, "prisma" | "clock">,
  { name, index, roles, departmentId, regionCode }: Person,
  enterpriseId: string | null,
): Promise<UserActor> {
  const id = `00000000-0000-7000-8000-0000000001${String(index).padStart(2, "0")}`;
  const createdAt = clock.now();
  const loginName = `verify-${index}`;
  const role: MembershipRole = "owner";
  await prisma.user.create({
    data: {
      id,
      loginName,
      displayName: name,
      passwordHash: "-",
      roles,
      departmentId,
      regionCode,
      createdAt,
      ...(enterpriseId ? { memberships: { create: { enterpriseId, role, createdAt } } } : {}),
    },
  });
  return {
    kind: "user",
    userId: id,
    loginName,
    displayName: name,
    locale: "zh",
    roles,
    departmentId,
    regionCode,
    sessionId: "-",
    address: null,
    memberships: enterpriseId ? [{ enterpriseId, enterpriseName: "", role }] : [],
    enterpriseId,
    permissions: permissionsOf(roles, enterpriseId ? role : null),
  };
}
