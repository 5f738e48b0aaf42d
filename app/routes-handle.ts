import type { Access } from "~/features/identity/domain/permissions";

/** What every route declares: who may come here. */
export type RouteHandle = { access: Access };
