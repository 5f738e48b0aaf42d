import { flatRoutes } from "@remix-run/fs-routes";

/** Whose pages they are: a folder below `routes` each, in it a folder a page named by its whole address. */
const areas = [
  "public",
  "account",
  "firm",
  "desk",
  "finance",
  "monitor",
  "validity",
  "deliveries",
  "workbench",
  "audit",
  "admin",
];

const ofArea = (area: string) =>
  flatRoutes({ rootDirectory: `routes/${area}`, ignoredRouteFiles: ["**/*.test.{ts,tsx}"] });

export default Promise.all(areas.map(ofArea)).then((routes) => routes.flat());
