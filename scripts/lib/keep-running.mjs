import { startServer } from "./server.mjs";

const longestPauseMs = 30_000;
/** A server that ran this long is well again: the next pause is short. */
const wellAfterMs = 60_000;
/** A server that can't be brought up this often in a row is given up. */
const mostFailures = 8;

/**
 * Starts the server and starts it again when it dies, after 1, 2, 4 … 30 seconds, and says so. The first start must succeed.
 * @param stops where the way to stop it is put
 * @returns its address, and a promise of the exit code with which there is nothing more to run: 0 when it was asked to end, else 1
 * @throws when the first start fails
 */
export async function keepRunning(env, { stops = [], start = startServer, pause = wait, say = console.error } = {}) {
  let stopping = false;
  let current = null;
  const own = [];
  stops.push(async () => {
    stopping = true;
    while (own.length > 0) await own.pop()();
  });
  current = await start(env, { stops: own });
  const { address } = current;
  return { address, ended: watch() };

  async function watch() {
    let failures = 0;
    for (;;) {
      const since = Date.now();
      const code = current ? await current.ended : 1;
      if (stopping || code === 0) return code ?? 0;
      failures = current && Date.now() - since > wellAfterMs ? 1 : failures + 1;
      if (failures > mostFailures) break;
      const pauseMs = Math.min(1000 * 2 ** (failures - 1), longestPauseMs);
      say(`The server ended unexpectedly (${code ?? "by a signal"}). It is started again in ${pauseMs / 1000} s.`);
      await pause(pauseMs);
      if (stopping) return 0;
      own.length = 0;
      current = await start(env, { stops: own }).catch(() => null);
      if (current) say(`The server runs again at ${current.address}.`);
    }
    say(`The server could not be brought up ${mostFailures} times in a row and is given up.`);
    return 1;
  }
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
