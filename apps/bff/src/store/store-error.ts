/** The store cannot be used. The message is one line for the person who starts Patchbay. */
export class StoreError extends Error {}
