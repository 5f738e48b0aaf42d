import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Notes that this process uses the cluster below `dataDir`. */
export function joinCluster(dataDir) {
  mkdirSync(folder(dataDir), { recursive: true });
  writeFileSync(path.join(folder(dataDir), String(process.pid)), "");
}

/** Takes this process off; true when no living process uses the cluster any more. */
export function leaveCluster(dataDir) {
  for (const pid of readdirSync(folder(dataDir)).map(Number)) {
    if (pid === process.pid || !isAlive(pid)) rmSync(path.join(folder(dataDir), String(pid)), { force: true });
  }
  return readdirSync(folder(dataDir)).length === 0;
}

/** Whether a process of that number lives, ours or another account's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

const folder = (dataDir) => path.join(dataDir, "users");
