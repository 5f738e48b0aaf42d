import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registrationSchema } from "~/features/enterprises/enterprises.schema";
import { requireCode } from "~/features/enterprises/use-cases/require-code.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { codesToConfirm } from "~/features/enterprises/use-cases/confirm-code.server";
import { decideCode } from "./decide-code.server";
import { registerFirm } from "./register-firm.server";

let process: TestProcess;
beforeAll(async () => void (process = await testProcess()));
afterAll(() => process.close());

const system = { kind: "system", name: "worker" } as const;
/** Of Xiamen, before 2016: the last character is not the check digit. */
const form = {
  creditCode: "91350203M0001QKT19",
  name: "示例旧码有限公司",
  legalForm: "company",
  region: "350203",
  park: "",
  industry: "C3421",
  displayName: "经办人",
  loginName: "old-code",
  email: "",
  password: "three white herons",
};
const decide = (id: string, decision: "confirm" | "refuse") =>
  perform(process, system, (deps) => decideCode(deps, id, { decision, reason: "已与营业执照核对" }));

describe("a code that only fails the check digit", () => {
  it("is asked about once, taken when compared, and submits nothing until an official has confirmed it", async () => {
    expect(registrationSchema.safeParse(form).error?.issues).toMatchObject([
      { path: ["creditCode"], message: "problem.creditDoubtful" },
    ]);
    const halfFilled = registrationSchema.safeParse({ creditCode: form.creditCode }).error?.issues ?? [];
    expect(halfFilled.map(({ message }) => message)).toContain("problem.creditDoubtful");
    const result = await registerFirm(process, registrationSchema.parse({ ...form, codeCompared: "1" }));
    if (result.kind !== "registered") throw new Error(result.kind);
    const deps = { tx: process.prisma };
    expect(await codesToConfirm(process.prisma, { skip: 0, take: 9 })).toMatchObject([{ id: result.enterpriseId }]);
    await expect(requireCode(deps, result.enterpriseId)).rejects.toMatchObject({
      code: "applications.code-unconfirmed",
    });
    await decide(result.enterpriseId, "confirm");
    await requireCode(deps, result.enterpriseId);
    expect(await codesToConfirm(process.prisma, { skip: 0, take: 9 })).toEqual([]);
    expect(await process.prisma.auditEvent.findFirst({ where: { action: "enterprise.code-confirmed" } })).toMatchObject(
      { subjectId: result.enterpriseId },
    );
    await expect(decide(result.enterpriseId, "refuse")).rejects.toMatchObject({ code: "identity.code-decided" });
  });

  it("may be refused with a reason, which its owner is told", async () => {
    const firm = await process.prisma.enterprise.findFirstOrThrow({ where: { creditCode: form.creditCode } });
    await process.prisma.enterprise.update({ where: { id: firm.id }, data: { codeState: "toConfirm" } });
    await decide(firm.id, "refuse");
    await expect(requireCode({ tx: process.prisma }, firm.id)).rejects.toMatchObject({
      code: "applications.code-refused",
    });
    expect(
      await process.prisma.outbox.count({
        where: { topic: "notice", payload: { path: ["kind"], equals: "codeRefused" } },
      }),
    ).toBe(1);
  });
});
