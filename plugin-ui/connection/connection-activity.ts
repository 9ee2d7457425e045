/** Which of the buttons of the connection is at work. */
export type ConnectionActivity = 'saving' | 'testing' | 'forgetting' | null;
