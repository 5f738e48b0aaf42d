import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "../domain/sandbox";

/** A thread that does what the title of the item it is asked about says, in the place of the sandbox's own. */
const tell = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on("message", (message: ToThread) => {
  if (message === "stop") return parentPort?.close();
  if ("warm" in message) return;
  const { id, question } = message;
  const order = question.topic === "impact" ? question.item.title : "";
  if (order === "crash") throw new Error("told to crash");
  if (order === "load") return tell({ kind: "loading", firms: 1500 });
  tell({ kind: "ready" });
  if (order === "fail") return tell({ kind: "failure", id, reason: "told to fail" });
  if (order === "hang") for (;;);
  tell({ kind: "answer", id, answer: { firms: 7 } as never });
});
