/** Ends quietly when who reads the output has read enough (`| head`); any other fault of it is thrown. */
export function endWithPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
