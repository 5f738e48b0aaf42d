import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sessionCookie } from "~/features/identity/domain/session-limits";
import { openSession } from "~/features/identity/use-cases/sign-in.server";
import type { City } from "./city";

type Route = { parts: readonly string[]; file: string };
type Loader = (args: LoaderFunctionArgs) => unknown;

/** Opens addresses as a person would: with a session of the person, through the route's own loader. */
export class Reader {
  private readonly routes = routesOf(path.join("app", "routes"));
  private readonly cookies = new Map<string, string>();

  constructor(private readonly city: City) {}

  /** The status that an address answers its reader with; a redirect is followed as far as its own status. */
  async open(loginName: string, href: string): Promise<number> {
    const url = new URL(href, "https://life.example");
    const found = this.find(url.pathname);
    if (!found) return 404;
    const { loader } = (await import(pathToFileURL(path.resolve(found.route.file)).href)) as { loader?: Loader };
    if (!loader) return 200;
    const request = new Request(url, { headers: { Cookie: await this.cookie(loginName) } });
    const context = { ...this.city.running, nonce: "", address: "192.0.2.7", requestId: "" };
    try {
      return statusOf(await loader({ request, params: found.params, context } as unknown as LoaderFunctionArgs));
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      return statusOf(thrown);
    }
  }

  private find(pathname: string): { route: Route; params: Record<string, string> } | null {
    const asked = pathname.split("/").filter(Boolean);
    for (const route of this.routes) {
      if (route.parts.length !== asked.length) continue;
      if (!route.parts.every((part, place) => part.startsWith("$") || part === asked[place])) continue;
      const params = route.parts.flatMap((part, place) =>
        part.startsWith("$") ? [[part.slice(1), decodeURIComponent(asked[place] ?? "")] as const] : [],
      );
      return { route, params: Object.fromEntries(params) };
    }
    return null;
  }

  private async cookie(loginName: string): Promise<string> {
    const known = this.cookies.get(loginName);
    if (known) return known;
    const { userId } = await this.city.actor(loginName);
    const { running } = this.city;
    const token = await openSession(running, userId, { address: "192.0.2.7", userAgent: null });
    const cookie = `${sessionCookie(undefined)}=${token}`;
    this.cookies.set(loginName, cookie);
    return cookie;
  }
}

/** Routes by their address, those without a parameter first. */
function routesOf(folder: string): Route[] {
  const parameters = ({ parts }: Route) => parts.filter((part) => part.startsWith("$")).length;
  return readdirSync(folder)
    .flatMap((area) => readdirSync(path.join(folder, area)).map((page) => path.join(folder, area, page)))
    .map((page) => {
      const parts = path
        .basename(page)
        .split(".")
        .filter((part) => part !== "_index");
      const file = readdirSync(page).find((each) => /^route\.tsx?$/.test(each)) ?? "";
      return { parts: parts.map((part) => part.replace(/_$/, "")), file: path.join(page, file) };
    })
    .toSorted((a, b) => parameters(a) - parameters(b));
}

function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  return (answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200;
}
