import type { Access } from "~/access/permissions";

/** What every route declares: who may come here. */
export type RouteHandle = { access: Access };
