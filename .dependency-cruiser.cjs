const { floorRules } = require("./scripts/house/floors.cjs");

const tests = "\\.test\\.tsx?$|/testing/";
const rule = (name, from, to) => ({ name, severity: "error", from: { pathNot: tests, ...from }, to });

/** An import of a type alone leaves nothing behind at run time; the domain may not even know the types of the machine. */
const atRunTime = { dependencyTypesNot: ["type-only"] };

/** The direction of imports: routes -> use cases -> domain <- adapters, and from every floor down. */
module.exports = {
  forbidden: [
    rule(
      "domain-is-pure",
      { path: "/domain/|^app/kernel/" },
      {
        path: "\\.server\\.tsx?$|^app/(routes|ui|server|platform|generated)/|^node_modules/(@prisma|@remix-run|react|express|pg)/",
      },
    ),
    rule("domain-knows-no-machine", { path: "/domain/|^app/kernel/" }, { dependencyTypes: ["core"] }),
    rule(
      "use-cases-know-no-pages",
      { path: "/use-cases/" },
      { path: "^app/routes/|/ui/.*\\.tsx$", pathNot: "^app/ui/form\\.tsx$", ...atRunTime },
    ),
    rule(
      "only-pages-know-remix",
      { path: "/use-cases/|/adapters/|^app/platform/" },
      { path: "^node_modules/@remix-run/" },
    ),
    rule("papers-have-own-words", { path: "^app/features/documents/domain/" }, { path: "\\.(zh|en)\\.ts$" }),
    rule("adapters-serve", { path: "/adapters/" }, { path: "/use-cases/|^app/routes/" }),
    rule(
      "ui-runs-in-the-browser",
      { path: "^app/ui/|^app/features/[^/]+/ui/" },
      { path: "\\.server\\.tsx?$|/adapters/|/use-cases/", ...atRunTime },
    ),
    rule(
      "own-adapters-only",
      { path: "^app/features/([^/]+)/" },
      {
        path: "^app/features/[^/]+/adapters/",
        pathNot: "^app/features/$1/adapters/",
      },
    ),
    ...floorRules(rule),
    rule("routes-use-use-cases", { path: "^app/routes/" }, { path: "/adapters/" }),
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: atRunTime },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^app/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
