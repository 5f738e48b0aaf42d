import { describe, expect, it } from "vitest";
import { withinSignInLimits as within } from "./sign-in-limits.server";

const fail = () => Promise.reject(new Error("wrong"));
const succeed = () => Promise.resolve("token");
let told = 0;
const withinSignInLimits = (attempt: { loginName: string; address: string }, work: () => Promise<string>) =>
  within(attempt, work, () => Promise.resolve(void (told += 1)));

describe("limits of signing in", () => {
  it("refuses the sixth failure of a name, whoever has it", async () => {
    const attempt = { loginName: "Nobody-Has-This", address: "192.0.2.1" };
    for (let tries = 1; tries <= 5; tries += 1)
      await expect(withinSignInLimits(attempt, fail)).rejects.toThrow("wrong");
    await expect(withinSignInLimits({ ...attempt, loginName: " nobody-has-this " }, succeed)).rejects.toMatchObject({
      code: "identity.locked",
      status: 429,
    });
  });

  it("tells of the first try it turns away, and of no further one", async () => {
    const attempt = { loginName: "told-once", address: "192.0.2.4" };
    for (let tries = 1; tries <= 5; tries += 1)
      await expect(withinSignInLimits(attempt, fail)).rejects.toThrow("wrong");
    told = 0;
    for (let tries = 1; tries <= 3; tries += 1)
      await expect(withinSignInLimits(attempt, succeed)).rejects.toMatchObject({ code: "identity.locked" });
    expect(told).toBe(1);
  });

  it("forgets failures after a success", async () => {
    const attempt = { loginName: "somebody", address: "192.0.2.2" };
    for (let round = 1; round <= 3; round += 1) {
      for (let tries = 1; tries <= 4; tries += 1)
        await expect(withinSignInLimits(attempt, fail)).rejects.toThrow("wrong");
      await expect(withinSignInLimits(attempt, succeed)).resolves.toBe("token");
    }
  });

  it("refuses an address that tries many names", async () => {
    const tried = (serial: number) => withinSignInLimits({ loginName: `person-${serial}`, address: "192.0.2.3" }, fail);
    for (let serial = 1; serial <= 50; serial += 1) await expect(tried(serial)).rejects.toThrow("wrong");
    await expect(tried(51)).rejects.toMatchObject({ code: "identity.locked" });
  });
});
