// @open-wc/semantic-dom-diff imports these from @web/test-runner-commands, which needs a runner that is not ours.
const refuse = (): Promise<never> => Promise.reject(new Error('Snapshots are not used here'));

export const getSnapshotConfig = () => Promise.resolve({ updateSnapshots: false });
export const getSnapshot = refuse;
export const saveSnapshot = refuse;
export const removeSnapshot = refuse;
export const compareSnapshot = refuse;
