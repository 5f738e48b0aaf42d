/** For the pages of a case: the version it is pinned to, of which a process reads each once. */
export { readVersion } from "../adapters/case.repository.server";
