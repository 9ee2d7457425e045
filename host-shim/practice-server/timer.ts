/** Does not keep the process alive: an open connection does that where it matters. */
export function timer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
