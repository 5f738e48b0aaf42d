import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

const compilers = /^query_compiler_\w+_bg\.(?!postgresql\.)/;

/**
 * Takes out of the installed packages what serving never reads: the maps to their sources, and Prisma's compilers of queries
 * for other databases. A third of what is installed.
 */
export function slimPackages(root = "node_modules") {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const isForeign =
      compilers.test(entry.name) && entry.parentPath.endsWith(path.join("@prisma", "client", "runtime"));
    if (entry.name.endsWith(".map") || isForeign) rmSync(path.join(entry.parentPath, entry.name));
  }
}
