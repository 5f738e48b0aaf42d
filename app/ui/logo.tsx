/** Our mark: a sheet that turns into an arrow towards its firm. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 40 40" width="40" height="40">
      <rect width="40" height="40" rx="9" fill="#14637f" />
      <path d="M11 9h12l6 6v6h-3v-4h-6v-5h-6v16h6v3h-9z" fill="#fff" />
      <path d="M19 26h9l-3-3 2-2 7 6.500-7 6.500-2-2 3-3h-9z" fill="#9fd3e6" />
    </svg>
  );
}
