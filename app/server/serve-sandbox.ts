import type { MessagePort } from "node:worker_threads";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { FromThread, ToThread } from "~/features/workbench/domain/sandbox";
import { openRegister, type RegisterSource } from "~/features/workbench/use-cases/resident-register.server";

type Serving = { port: MessagePort; source: RegisterSource; regions: Catalogue["regions"]; close(): Promise<void> };

/** Answers what is asked through a port; the first question has the register read. A first reading that fails ends the thread. */
export function serveSandbox({ port, source, regions, close }: Serving): void {
  const tell = (message: FromThread) => port.postMessage(message);
  let register: ReturnType<typeof openRegister> | null = null;
  const open = (now: Date) => {
    const opened = openRegister(source, regions, now, tell);
    opened.then(() => tell({ kind: "ready" }), endWith);
    return opened;
  };
  port.on("message", (message: ToThread) => {
    if (message === "stop") return void close().then(() => port.close());
    if ("warm" in message) return void (register ??= open(message.warm));
    const { id, question, now } = message;
    register ??= open(now);
    // where it cannot be opened the thread ends, which answers everything that waits
    void register.then(
      (answerOver) =>
        answerOver(question, now).then(
          (answer) => tell({ kind: "answer", id, answer }),
          (error: unknown) => tell({ kind: "failure", id, reason: String(error) }),
        ),
      () => undefined,
    );
  });
}

/** An error thrown outside of every promise ends the thread, and whoever started it is told. */
function endWith(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
