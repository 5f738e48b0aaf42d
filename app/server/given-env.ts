/**
 * The environment as it was given. React and what builds on it look at NODE_ENV by themselves, at once, and take their slow
 * builds full of checks unless it says production: a demonstration or a test has no use for these.
 */
export const givenEnv: NodeJS.ProcessEnv = { ...process.env };

if (givenEnv["NODE_ENV"] !== "development") process.env["NODE_ENV"] = "production";
