import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "~/platform/testing/route-world";
import { everybody, writers } from "~/testing/access-matrix";
import { allowed, attempt, fingerprint, worldOfStrangers } from "~/testing/access-tries";

let world: Awaited<ReturnType<typeof worldOfStrangers>>["world"];
beforeAll(async () => void ({ world } = await worldOfStrangers(new Date("2026-11-24T02:00:00Z"))));
afterAll(() => world.close());

const guarded = routes.filter(({ name }) => !everybody.includes(name.split(".")[0] ?? ""));

describe("who may look", () => {
  let before: string;
  beforeAll(async () => void (before = await fingerprint(world)));

  it.each(guarded.filter(({ loader }) => loader))("$name", async (route) => {
    expect(await attempt(world, route, { person: null }), "a visitor is led to sign in").toBe(302);
    for (const person of world.people.keys()) {
      const status = await attempt(world, route, { person });
      if (allowed(world, route.name).includes(person)) expect([200, 302, 404], `${person} may come`).toContain(status);
      else expect(status, `${person} may not come`).toBe(403);
    }
  });

  it("changes nothing by looking, at pages for everybody either", async () => {
    for (const route of routes.filter((each) => each.loader && each.name !== "sign-out" && !guarded.includes(each))) {
      for (const person of [null, "owner", "reviewer", "finance", "economy", "admin", "security", "auditor"])
        await attempt(world, route, { person });
    }
    expect(await fingerprint(world)).toBe(before);
  }, 300_000);
});

describe("who may write", () => {
  it.each(guarded.filter(({ action }) => action))("$name", async (route) => {
    const before = await fingerprint(world);
    const may = writers[route.name] ?? allowed(world, route.name);
    expect(await attempt(world, route, { person: null, form: {} }), "a visitor is led to sign in").toBe(302);
    for (const person of world.people.keys()) {
      const status = await attempt(world, route, { person, form: {}, origin: "https://elsewhere.example" });
      expect(status, `${person} from another site`).toBe(403);
      if (!may.includes(person))
        expect(await attempt(world, route, { person, form: {} }), `${person} may not write`).toBe(403);
    }
    expect(await fingerprint(world)).toBe(before);
  });

  it.each(routes.filter(({ action }) => action))("$name takes an empty form without breaking", async (route) => {
    const person =
      allowed(world, route.name) === "everybody"
        ? null
        : ((writers[route.name] ?? allowed(world, route.name))[0] ?? null);
    expect([200, 302, 400, 401, 403, 404, 409, 415, 422, 429]).toContain(
      await attempt(world, route, { person, form: {} }),
    );
  });
});
