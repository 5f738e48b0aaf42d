import type { Permission } from "./permissions";

/** One entry of the main navigation; `label` is a key in namespace `common` under `nav`. */
export type NavigationEntry = {
  label: string;
  href: string;
  needs: Permission | null;
  /** Pages elsewhere that belong to it. */ holds?: readonly string[];
};

const visitors: readonly NavigationEntry[] = [
  { label: "home", href: "/", needs: null },
  { label: "policies", href: "/policies", needs: null },
  { label: "check", href: "/check", needs: null },
  { label: "publicity", href: "/publicity", needs: null },
];

const members: readonly NavigationEntry[] = [
  { label: "firmHome", href: "/firm", needs: "read:match:own" },
  {
    label: "matches",
    href: "/firm/matches",
    needs: "read:match:own",
    holds: ["/firm/close", "/firm/questions", "/firm/combination", "/firm/report"],
  },
  {
    label: "applications",
    href: "/firm/applications",
    needs: "read:application:own",
    holds: ["/firm/apply", "/firm/drafts", "/firm/statements"],
  },
  { label: "profile", href: "/firm/profile", needs: "read:profile:own" },
  { label: "policies", href: "/policies", needs: null },
];

const officials: readonly NavigationEntry[] = [
  { label: "desk", href: "/desk", needs: "read:application:department" },
  { label: "lists", href: "/desk/lists", needs: "review:application:department" },
  { label: "selections", href: "/desk/selections", needs: "review:application:department" },
  { label: "obligations", href: "/desk/obligations", needs: "review:application:department" },
  { label: "instalments", href: "/desk/instalments", needs: "review:application:department" },
  { label: "deliveries", href: "/deliveries", needs: "deliver:fact:department" },
  { label: "budgets", href: "/finance", needs: "read:budget:all" },
  { label: "payments", href: "/finance/payments", needs: "read:payment:region" },
  { label: "batches", href: "/finance/batches", needs: "read:payment:region" },
  { label: "monitor", href: "/monitor", needs: "read:monitoring:all" },
  { label: "coverage", href: "/monitor/validity", needs: "read:monitoring:all" },
  { label: "workbench", href: "/workbench", needs: "write:policy:all" },
  { label: "validity", href: "/validity", needs: "write:policy:all" },
  { label: "users", href: "/admin/users", needs: "manage:user:all" },
  { label: "claims", href: "/admin/claims", needs: "decide:claim:all" },
  { label: "import", href: "/admin/import", needs: "import:firm:all" },
  { label: "calendar", href: "/admin/calendar", needs: "manage:calendar:all" },
  { label: "workflows", href: "/admin/workflows", needs: "read:workflow:all" },
  { label: "workload", href: "/desk/workload", needs: "read:task:department" },
  { label: "department", href: "/desk/department", needs: "manage:task:department" },
  { label: "troubles", href: "/troubles", needs: "resolve:trouble:department" },
  { label: "addresses", href: "/security/addresses", needs: "confirm:address:all" },
  { label: "sessions", href: "/security/sessions", needs: "read:session:all" },
  { label: "audit", href: "/audit", needs: "read:audit:all" },
  { label: "policies", href: "/policies", needs: null },
];

/** The main navigation of a person: of a visitor, of a firm's member, or of an official, by permission. */
export function navigationFor(permissions: ReadonlySet<Permission> | null): readonly NavigationEntry[] {
  if (!permissions) return visitors;
  const list = permissions.has("read:match:own")
    ? [...members, ...officials.filter((entry) => entry.needs)]
    : officials;
  return list.filter((entry) => !entry.needs || permissions.has(entry.needs));
}

/**
 * The entry to which a page belongs: the one whose path, or a path that it holds, is the longest beginning of the
 * page's; null for none.
 */
export function entryOf(entries: readonly NavigationEntry[], pathname: string): NavigationEntry | null {
  const isWithin = (path: string) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
  const paths = entries.flatMap((entry) =>
    [entry.href, ...(entry.holds ?? [])].filter(isWithin).map((path) => ({ entry, path })),
  );
  return paths.sort((left, right) => right.path.length - left.path.length)[0]?.entry ?? null;
}

/** Where a person lands after signing in: on the pages of the own trade, which stand before those that all offices have. */
export function homeOf(permissions: ReadonlySet<Permission>): string {
  return navigationFor(permissions)[0]?.href ?? "/";
}
