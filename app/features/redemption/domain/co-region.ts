/** Name of a co-department's region in the machine. */
export function coRegion(departmentId: string): string {
  return `co:${departmentId}`;
}
