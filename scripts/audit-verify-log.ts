import { verifyLog } from "~/features/audit/use-cases/verify-log.server";
import { createDatabase } from "~/platform/db.server";

const { prisma, close } = createDatabase(process.env["DATABASE_URL"] ?? "", 2);
try {
  console.log(JSON.stringify(await verifyLog(prisma, process.env["AUDIT_ROOT_DIR"] ?? ".data/audit-roots")));
} finally {
  await close();
}
