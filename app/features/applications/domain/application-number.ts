/** `HQT-2026-000123-7`: year, serial, and a check digit (modulo 11, ten is X) against mistyping on the telephone. */
export function applicationNumber(year: number, serial: number): string {
  const digits = `${year}${serial.toString().padStart(6, "0")}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * ((index % 10) + 1), 0);
  const check = sum % 11;
  return `HQT-${year}-${serial.toString().padStart(6, "0")}-${check === 10 ? "X" : check}`;
}
