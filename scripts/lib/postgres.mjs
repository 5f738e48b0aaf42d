import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { isAlive, joinCluster, leaveCluster } from "./cluster-users.mjs";
import { embeddedPostgres } from "./prepare.mjs";
import { runQuietly } from "./process.mjs";

const owner = "huiqitong_owner";

/** What a database may do that nobody needs after the power went: it doesn't wait for the disk. */
const fleeting = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_wal_size: "4GB",
};

/**
 * Starts the embedded PostgreSQL below `dataDir`, or joins the one that already runs there.
 * @param isFleeting it holds nothing that must outlive a power failure, as a test's
 * @param stops where the way to leave it is put as soon as it runs
 * @returns its address and a way to leave it; the last process to leave stops it
 */
export async function startPostgres(dataDir, { isFleeting = false, stops = [] } = {}) {
  mkdirSync(dataDir, { recursive: true });
  joinCluster(dataDir);
  const place = settle(path.resolve(dataDir));
  if (!existsSync(path.join(place.cluster, "PG_VERSION"))) await initialise(place);
  const password = readFileSync(place.password, "utf8");
  const running = await runningServer(place);
  const port = running ? running.port : await launch(place, isFleeting ? fleeting : {});
  const leave = async () => leaveCluster(dataDir) && stop(place);
  stops.push(leave);
  await untilReady(place, port);
  return {
    owner,
    password,
    port,
    crash: () => restart(place, port),
    stop: leave,
    url: (database, role = owner) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`,
  };
}

/** Files of one cluster and the account that may run it: PostgreSQL refuses root. */
function settle(dataDir) {
  const account = unprivileged();
  const home = account ? readableHome(dataDir) : dataDir;
  mkdirSync(home, { recursive: true });
  if (account) chownSync(home, account.uid, account.gid);
  return {
    home,
    account,
    binaries: binaries(home, account),
    cluster: path.join(home, "pg"),
    password: path.join(dataDir, "pg-password"),
    log: path.join(home, "pg.log"),
  };
}

function unprivileged() {
  if (process.getuid?.() !== 0) return null;
  const passwd = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const entry = passwd.find(([name]) => name === "postgres") ?? passwd.find(([name]) => name === "nobody");
  if (!entry) throw new Error("PostgreSQL will not run as root and there is neither a postgres nor a nobody account");
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** A folder below a closed home can't be reached by the other account: then the data lies beside it in /var/tmp. */
function readableHome(dataDir) {
  const account = unprivileged();
  mkdirSync(path.join(dataDir, "cluster"), { recursive: true });
  const reachable =
    spawnSync("ls", [path.join(dataDir, "cluster")], { uid: account.uid, gid: account.gid, stdio: "ignore" }).status ===
    0;
  return reachable
    ? path.join(dataDir, "cluster")
    : path.join("/var/tmp", `huiqitong-${Buffer.from(dataDir).toString("hex").slice(-24)}`);
}

/** The binaries, with the links npm packages can't carry; copied where the account could not read them. */
function binaries(home, account) {
  const source = embeddedPostgres();
  if (!source)
    throw new Error(
      `no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15+ server`,
    );
  const readable =
    !account ||
    spawnSync("ls", [path.resolve(source, "bin")], { uid: account.uid, gid: account.gid, stdio: "ignore" }).status ===
      0;
  const root = readable ? path.resolve(source) : path.join(home, "native");
  if (!readable && !existsSync(root)) cpSync(source, root, { recursive: true });
  link(root);
  return root;
}

function link(root) {
  const list = path.join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const file = path.join(root, "..", target);
    if (!existsSync(file)) symlinkSync(path.relative(path.dirname(file), path.join(root, "..", source)), file);
  }
  for (const name of ["postgres", "initdb", "pg_ctl"]) chmodSync(path.join(root, "bin", executable(name)), 0o755);
}

function executable(name) {
  return process.platform === "win32" ? `${name}.exe` : name;
}

async function initialise(place) {
  const secret = randomBytes(24).toString("hex");
  const temporary = mkdtempSync(path.join(place.home, "init-"));
  const passwordFile = path.join(temporary, "password");
  writeFileSync(passwordFile, secret);
  if (place.account)
    for (const file of [temporary, passwordFile]) chownSync(file, place.account.uid, place.account.gid);
  const cluster = path.join(temporary, "pg");
  const args = ["-D", cluster, "-U", owner, "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync"];
  const log = ["--wal-segsize=4"];
  const locale = ["--locale=C", "--lc-ctype=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const { status, output } = await runQuietly(
    path.join(place.binaries, "bin", executable("initdb")),
    [...args, ...locale, ...log],
    { ...place.account, cwd: os.tmpdir(), shell: false },
  );
  if (status !== 0) throw new Error(`initdb failed: ${output}`);
  writeFileSync(place.password, secret, { mode: 0o600 });
  renameSync(cluster, place.cluster);
  rmSync(temporary, { recursive: true });
}

/** The server that runs there already, once one that is going down has gone; a dead one's pid file is removed. */
async function runningServer(place) {
  const file = path.join(place.cluster, "postmaster.pid");
  for (;;) {
    if (!existsSync(file)) return null;
    const [pid, , , port, , , , status = ""] = readFileSync(file, "utf8").split("\n");
    if (!isPostgres(Number(pid))) break;
    if (!status.startsWith("stopping")) return { port: Number(port) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(file, { force: true });
  return null;
}

function isPostgres(pid) {
  const command = `/proc/${pid}/cmdline`;
  return isAlive(pid) && (!existsSync(command) || readFileSync(command, "utf8").includes("postgres"));
}

async function launch(place, more) {
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    max_connections: 100,
    shared_buffers: "128MB",
    min_wal_size: "32MB",
    ...more,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = path.join(place.binaries, "bin", executable("pg_ctl"));
  const options = args.map((part) => (part.includes("=") && part.endsWith("=") ? `${part}''` : part)).join(" ");
  const result = spawnSync(command, ["-D", place.cluster, "-l", place.log, "-o", options, "-W", "start"], {
    ...place.account,
    cwd: os.tmpdir(),
    stdio: "ignore",
  });
  if (result.status !== 0) throw new Error(`PostgreSQL did not start; see ${place.log}`);
  return port;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilReady(place, port) {
  const { default: pg } = await import("pg");
  const password = readFileSync(place.password, "utf8");
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const client = new pg.Client({ host: "127.0.0.1", port, user: owner, password, database: "postgres" });
    client.on("error", () => undefined);
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`PostgreSQL did not answer; see ${place.log}`);
}

/** Stops it in good order; one that takes too long is ended, and repairs itself from its log at the next start. */
async function stop(place) {
  const command = path.join(place.binaries, "bin", executable("pg_ctl"));
  for (const mode of ["fast", "immediate"]) {
    const child = spawn(command, ["-D", place.cluster, "-m", mode, "-w", "-t", "2", "stop"], {
      ...place.account,
      cwd: os.tmpdir(),
      stdio: "ignore",
    });
    if ((await new Promise((resolve) => child.on("close", resolve))) === 0) return;
  }
}

/** Ends the server without a word, as a power failure would, and starts it again at the same address. */
async function restart(place, port) {
  const command = path.join(place.binaries, "bin", executable("pg_ctl"));
  const child = spawn(command, ["-D", place.cluster, "-m", "immediate", "-l", place.log, "-w", "restart"], {
    ...place.account,
    cwd: os.tmpdir(),
    stdio: "ignore",
  });
  await new Promise((resolve) => child.on("close", resolve));
  await untilReady(place, port);
}
