/** For what is not given up while it runs: what it finds is kept, whether or not somebody still waits. */
export function endless(): AbortSignal {
  return new AbortController().signal;
}
