/** The task queue of the workflows that do nothing. */
export const bareQueue = 'bare';
