import { describe, expect, it } from "vitest";
import { permissions } from "~/access/permissions";
import { accessMark } from "~/door/guard.server";
import served from "./routes.ts?raw";

type Marked = { [accessMark]?: string; name?: string };
type RouteModule = { handle?: { access?: string }; loader?: Marked; action?: Marked; default?: unknown };

const modules: Record<string, RouteModule> = import.meta.glob("./routes/*/*/route.{ts,tsx}", { eager: true });
const sources: Record<string, string> = import.meta.glob("./routes/*/*/route.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});
/** Addresses without a page that nobody opens: they take forms, or are asked by pages. */
const unopened = [
  "home",
  "language",
  "lookup.industries",
  "saved-filters",
  "sign-out",
  "test-clock",
  "text-size",
].concat("workbench.$id.preview");
const known = new Set<string>(["public", "signedIn", ...permissions]);

describe("every route declares who may come and keeps to it", () => {
  it("finds the routes", () => {
    expect(Object.keys(modules).length).toBeGreaterThan(20);
  });

  it("leads who is refused a file to a page", () => {
    const files = Object.entries(modules).filter(([file, { default: component }]) => {
      const name = file.split("/").at(-2) ?? "";
      return !component && !unopened.includes(name);
    });
    expect(files.length).toBeGreaterThan(15);
    for (const [file] of files) expect(sources[file], file).toContain("guardedFile(");
  });

  it("stands in an area that is served", () => {
    const everywhere = Object.keys(import.meta.glob("./routes/**/route.{ts,tsx}"));
    expect(everywhere.toSorted()).toEqual(Object.keys(modules).toSorted());
    for (const file of everywhere) expect(served, file).toContain(`"${file.split("/")[2] ?? ""}"`);
  });

  it.each(Object.entries(modules))("%s", (_path, { handle, loader, action, default: component }) => {
    const access = handle?.access;
    expect(known, "handle.access must be a known access").toContain(access);
    // Loaders run alone: a page without one would be open to everybody whatever its handle says.
    if (component && access !== "public")
      expect(loader, "a page that isn't public needs a guarded loader").toBeDefined();
    if (loader) expect(loader[accessMark], "the loader must be guarded by the same access").toBe(access);
    if (!action) return;
    // Whoever opens or reloads the address of a form is led to a page, not to an error.
    expect(loader, "an address that takes forms answers a GET too").toBeDefined();
    expect(known, "the action must be guarded").toContain(action[accessMark]);
    // Both wrappers mark, but only guardedAction also checks where the request comes from; it names what it makes.
    expect(action.name, "the action must be a guardedAction").toBe("action");
    if (access !== "public")
      expect(action[accessMark], "an action is never more open than its page").not.toBe("public");
  });
});
