import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import type { UserActor } from "~/access/actor";
import { permissionsOf, type MembershipRole, type StaffRole } from "~/access/permissions";
import { acceptInvitation } from "./accept-invitation.server";
import { changeMember } from "./change-member.server";
import { decideClaim } from "./decide-claim.server";
import { inviteMember, revokeInvitation } from "./invite-member.server";
import { joinFirm } from "./join-firm.server";
import { openClaim } from "./open-claim.server";

let process: TestProcess;
beforeAll(async () => {
  process = await testProcess();
});
afterAll(() => process.close());

let serial = 0;
async function person(roles: StaffRole[] = []): Promise<UserActor> {
  serial += 1;
  const loginName = `person-${serial}`;
  const { id } = await process.prisma.user.create({
    data: { loginName, displayName: `人员${serial}`, passwordHash: "-", roles, createdAt: process.clock.now() },
  });
  const nothing = { departmentId: null, regionCode: null, memberships: [], enterpriseId: null, address: null };
  return {
    kind: "user",
    userId: id,
    loginName,
    displayName: `人员${serial}`,
    locale: "zh",
    roles,
    sessionId: "none",
    permissions: permissionsOf(roles, null),
    ...nothing,
  };
}

async function firm(...members: [UserActor, MembershipRole][]): Promise<{ id: string; creditCode: string }> {
  serial += 1;
  const createdAt = process.clock.now();
  return process.prisma.enterprise.create({
    data: {
      creditCode: makeCreditCode("340503", serial),
      name: `示例${serial}号有限公司`,
      legalForm: "company",
      regionCode: "340503",
      industryCode: "C3421",
      createdAt,
      memberships: { create: members.map(([{ userId }, role]) => ({ userId, role, createdAt })) },
    },
    select: { id: true, creditCode: true },
  });
}

const roleOf = async (enterpriseId: string, { userId }: { userId: string }) =>
  (await process.prisma.membership.findUnique({ where: { userId_enterpriseId: { userId, enterpriseId } } }))?.role ??
  null;

describe("invitations", () => {
  async function invited() {
    const owner = await person();
    const { id } = await firm([owner, "owner"]);
    const token = await perform(process, owner, (deps) =>
      inviteMember({ ...deps, actor: owner }, id, { role: "operator", note: null }),
    );
    return { owner, id, token };
  }
  const accept = (token: string, guest: UserActor) =>
    perform(process, guest, (deps) => acceptInvitation(deps, token, guest));

  it("lets one person in with the role, and tells the owner", async () => {
    const { id, token, owner } = await invited();
    const guest = await person();
    await accept(token, guest);
    expect(await roleOf(id, guest)).toBe("operator");
    expect(
      await process.prisma.outbox.count({
        where: { topic: "notice", payload: { path: ["to", "userId"], equals: owner.userId } },
      }),
    ).toBe(1);
  });

  it("keeps only the hash of the token", async () => {
    const { id, token } = await invited();
    const [stored] = await process.prisma.invitation.findMany({ where: { enterpriseId: id } });
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("is refused the second time, also to a person who makes an account for it", async () => {
    const { id, token } = await invited();
    await accept(token, await person());
    const late = await person();
    await expect(accept(token, late)).rejects.toMatchObject({ code: "identity.invitation-spent", status: 404 });
    await expect(
      joinFirm(process, token, {
        loginName: "too-late",
        displayName: "迟到",
        email: null,
        password: "three white herons",
      }),
    ).rejects.toMatchObject({ code: "identity.invitation-spent" });
    expect(await process.prisma.user.count({ where: { loginName: "too-late" } })).toBe(0);
    expect(await process.prisma.membership.count({ where: { enterpriseId: id } })).toBe(2);
  });

  it("goes to one of two who use it at once", async () => {
    const { id, token } = await invited();
    const results = await Promise.allSettled([accept(token, await person()), accept(token, await person())]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await process.prisma.membership.count({ where: { enterpriseId: id } })).toBe(2);
  });

  it("is refused after seven days and after it was revoked", async () => {
    const expired = await invited();
    const revoked = await invited();
    const [{ id } = { id: "" }] = await process.prisma.invitation.findMany({ where: { enterpriseId: revoked.id } });
    await perform(process, revoked.owner, (deps) => revokeInvitation(deps, revoked.id, id));
    await expect(accept(revoked.token, await person())).rejects.toMatchObject({ code: "identity.invitation-spent" });
    const start = process.clock.now();
    process.clock.set(new Date(start.getTime() + 7 * 24 * 3600_000));
    await expect(accept(expired.token, await person())).rejects.toMatchObject({ code: "identity.invitation-spent" });
    process.clock.set(start);
  });

  it("of another firm can't be revoked", async () => {
    const { id } = await invited();
    const other = await invited();
    const [{ id: invitation } = { id: "" }] = await process.prisma.invitation.findMany({ where: { enterpriseId: id } });
    await expect(
      perform(process, other.owner, (deps) => revokeInvitation(deps, other.id, invitation)),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("members", () => {
  it("can't lose the last owner, neither by leaving nor by another role", async () => {
    const owner = await person();
    const { id } = await firm([owner, "owner"], [await person(), "operator"]);
    for (const role of [null, "viewer"] as const) {
      await expect(perform(process, owner, (deps) => changeMember(deps, id, owner.userId, role))).rejects.toMatchObject(
        { code: "identity.last-owner" },
      );
    }
    expect(await roleOf(id, owner)).toBe("owner");
  });

  it("keep one owner when two remove each other at once", async () => {
    const [one, two] = [await person(), await person()];
    const { id } = await firm([one, "owner"], [two, "owner"]);
    const results = await Promise.allSettled([
      perform(process, one, (deps) => changeMember(deps, id, two.userId, null)),
      perform(process, two, (deps) => changeMember(deps, id, one.userId, null)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await process.prisma.membership.count({ where: { enterpriseId: id, role: "owner" } })).toBe(1);
  });

  it("of another firm can't be changed", async () => {
    const owner = await person();
    const stranger = await person();
    const { id } = await firm([owner, "owner"]);
    await firm([stranger, "owner"]);
    await expect(
      perform(process, owner, (deps) => changeMember(deps, id, stranger.userId, "viewer")),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("claims", () => {
  async function claimed() {
    const owner = await person();
    const guest = await person();
    const { id, creditCode } = await firm([owner, "owner"]);
    await perform(process, guest, (deps) => openClaim(deps, guest, { creditCode, statement: "财务主管" }));
    const claim = await process.prisma.claim.findFirstOrThrow({ where: { enterpriseId: id } });
    return { owner, guest, id, creditCode, claimId: claim.id };
  }

  it("are granted by the owner with a role, once", async () => {
    const { owner, guest, id, claimId } = await claimed();
    const decide = () =>
      perform(process, owner, (deps) =>
        decideClaim(deps, { enterpriseId: id }, claimId, { kind: "grant", role: "viewer" }),
      );
    await decide();
    expect(await roleOf(id, guest)).toBe("viewer");
    await expect(decide()).rejects.toMatchObject({ code: "identity.claim-decided" });
  });

  it("of a firm without people are told to the administrators of the platform", async () => {
    const [administrator, guest] = [await person(["systemAdministrator"]), await person()];
    const { creditCode } = await firm();
    await perform(process, guest, (deps) => openClaim(deps, guest, { creditCode, statement: "财务主管" }));
    const told = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["to", "userId"], equals: administrator.userId } },
    });
    expect(told.map(({ payload }) => payload)).toMatchObject([{ kind: "claimOpened", href: "/admin/claims" }]);
  });

  it("are refused with the reason, which the person is told", async () => {
    const { owner, guest, id, claimId } = await claimed();
    await perform(process, owner, (deps) =>
      decideClaim(deps, { enterpriseId: id }, claimId, { kind: "refuse", reason: "查无此人" }),
    );
    expect(await roleOf(id, guest)).toBeNull();
    const [told] = await process.prisma.outbox.findMany({
      where: { topic: "notice", payload: { path: ["dedupKey"], equals: `claim-decided:${claimId}` } },
    });
    expect(told?.payload).toMatchObject({
      to: { userId: guest.userId },
      kind: "claimRefused",
      params: { reason: "查无此人" },
    });
  });

  it("of another firm are hidden from an owner, and open to the platform's administrator", async () => {
    const { guest, id, claimId } = await claimed();
    const foreign = await claimed();
    await expect(
      perform(process, foreign.owner, (deps) =>
        decideClaim(deps, { enterpriseId: foreign.id }, claimId, { kind: "grant", role: "owner" }),
      ),
    ).rejects.toMatchObject({ status: 404 });
    const administrator = await person(["systemAdministrator"]);
    await perform(process, administrator, (deps) =>
      decideClaim(deps, "all", claimId, { kind: "grant", role: "operator" }),
    );
    expect(await roleOf(id, guest)).toBe("operator");
  });

  it("are kept once while open, and impossible for a member", async () => {
    const { owner, guest, creditCode, id } = await claimed();
    await perform(process, guest, (deps) => openClaim(deps, guest, { creditCode, statement: "再问一次" }));
    expect(await process.prisma.claim.count({ where: { enterpriseId: id } })).toBe(1);
    await expect(
      perform(process, owner, (deps) => openClaim(deps, owner, { creditCode, statement: "我" })),
    ).rejects.toMatchObject({ code: "identity.claim-impossible" });
  });
});
