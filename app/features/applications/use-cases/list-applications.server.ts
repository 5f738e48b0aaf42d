export { listApplications } from "../adapters/application.repository.server";
