/** Runs things later. */
export interface Scheduler {
  /** Plans a task, and answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}
