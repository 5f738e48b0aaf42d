/** A route as the build lists it. */
export type ListedRoute = { id: string; path?: string; parentId?: string };

/** Tells which route pattern an address belongs to: `/desk/cases/:id`, never the address itself. */
export function routePatterns(routes: Readonly<Record<string, ListedRoute | undefined>>): (pathname: string) => string {
  const patterns = Object.values(routes)
    .flatMap((route) => (route?.path ? [fullPath(routes, route)] : []))
    .map((pattern) => ({ pattern, holes: pattern.split(":").length, matches: expression(pattern) }))
    .sort((left, right) => left.holes - right.holes || right.pattern.length - left.pattern.length);
  return (pathname) => {
    const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    if (page === "/") return "/";
    return patterns.find(({ matches }) => matches.test(page))?.pattern ?? "other";
  };
}

function fullPath(routes: Readonly<Record<string, ListedRoute | undefined>>, route: ListedRoute): string {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return `${parent?.path ? fullPath(routes, parent) : ""}/${route.path ?? ""}`;
}

function expression(pattern: string): RegExp {
  const source = pattern
    .split("/")
    .map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("/");
  return new RegExp(`^${source}/?$`);
}
