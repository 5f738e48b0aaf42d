import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

const unread = /\.(map|d\.[cm]?ts)$/;
const compilers = /^query_compiler_\w+_bg\.(?!postgresql\.)/;

/**
 * Takes out of the installed packages what serving never reads: maps to their sources, declarations of types, and Prisma's
 * compilers of queries for other databases. A third of what is installed.
 */
export function slimPackages(root = "node_modules") {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const isForeign =
      compilers.test(entry.name) && entry.parentPath.endsWith(path.join("@prisma", "client", "runtime"));
    if (unread.test(entry.name) || isForeign) rmSync(path.join(entry.parentPath, entry.name));
  }
}
