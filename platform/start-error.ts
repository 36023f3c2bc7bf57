/** A fault that the person who starts the service can do something about. Its message is one Dutch sentence, meant to be printed as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
