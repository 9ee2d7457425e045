/** Lets everything that waits for promises alone go on, until a turn of the event loop has nothing more to do. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
