import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A thread does not take over the loader of the process: TypeScript is registered anew, then the module named by `workerData`.
register();
await import(workerData.module);
