/** How a property test runs: `full` instances out of one seed; mutation tests, which run it hundreds of times, ask for fewer. */
export function propertyRuns(full: number): { numRuns: number; seed: number } {
  return { numRuns: Number(process.env["PROPERTY_RUNS"] ?? full), seed: 20261122 };
}
