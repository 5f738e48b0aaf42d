import { build, checkNode, generate, install } from "./lib/prepare.mjs";

checkNode();
install();
generate();
build();
