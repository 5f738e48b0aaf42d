import { describe, expect, it } from "vitest";
import { mayRead } from "./metrics";
import { routePatterns } from "./route-pattern";

type Asking = Parameters<typeof mayRead>[0];
const asking = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ get: (name: string) => headers[name.toLowerCase()], socket: { remoteAddress } }) as unknown as Asking;
const token = "a-token-of-twenty-characters";

describe("who may read the figures", () => {
  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("this machine itself: %s", (address) => {
    expect(mayRead(asking(address), undefined)).toBe(true);
  });
  it.each(["192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", "fe80::1", ""])("not another: %s", (address) => {
    expect(mayRead(asking(address), undefined)).toBe(false);
    expect(mayRead(asking(address), token)).toBe(false);
  });
  it.each(["x-forwarded-for", "forwarded", "via", "x-real-ip"])("not through a proxy on it: %s", (name) => {
    expect(mayRead(asking("127.0.0.1", { [name]: "127.0.0.1" }), undefined)).toBe(false);
  });
  it("whoever has the token, and nobody with a wrong one", () => {
    expect(mayRead(asking("192.0.2.7", { authorization: `Bearer ${token}` }), token)).toBe(true);
    expect(mayRead(asking("192.0.2.7", { authorization: `Bearer ${token}x` }), token)).toBe(false);
    expect(mayRead(asking("192.0.2.7", { authorization: "Bearer undefined" }), undefined)).toBe(false);
    expect(mayRead(asking("127.0.0.1", { authorization: "Bearer wrong" }), token)).toBe(false);
  });
});

describe("the pattern of an address", () => {
  const pattern = routePatterns({
    root: { id: "root", path: "" },
    "routes/_index": { id: "routes/_index", parentId: "root" },
    "routes/desk": { id: "routes/desk", path: "desk", parentId: "root" },
    "routes/desk.cases.$id": { id: "c", path: "desk/cases/:id", parentId: "root" },
    "routes/firm.report.json": { id: "j", path: "firm/report/json", parentId: "root" },
    "routes/firm.report.$id": { id: "k", path: "firm/report/:id", parentId: "root" },
    "routes/inner": { id: "i", path: "inner", parentId: "routes/desk" },
  });
  it.each([
    ["/", "/"],
    ["/_root.data", "/"],
    ["/desk", "/desk"],
    ["/desk.data", "/desk"],
    ["/desk/inner", "/desk/inner"],
    ["/desk/cases/018f-secret", "/desk/cases/:id"],
    ["/desk/cases/018f-secret.data", "/desk/cases/:id"],
    ["/firm/report/json", "/firm/report/json"],
    ["/firm/report/7", "/firm/report/:id"],
    ["/wp-login.php", "other"],
    ["/desk/cases/1/2", "other"],
  ])("%s is %s", (path, expected) => expect(pattern(path)).toBe(expected));
});
