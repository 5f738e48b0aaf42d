import { defineConfig } from "prisma-command/config";
export default defineConfig({ schema: "prisma/schema" });
