import { createProcess } from "./process";
import { serve } from "./serve";

const shared = await createProcess(process.env);
const stop = await serve(shared);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        shared.log.error({ error }, "stopping failed");
        process.exit(1);
      },
    );
  });
}
