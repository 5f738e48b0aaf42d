import type { Sandbox } from "./domain/sandbox";

declare module "~/platform/context.server" {
  interface AppContext {
    sandbox: Sandbox;
  }
}
