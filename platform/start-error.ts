/** A reason why the program cannot start or do its work, in one sentence for the person at the keyboard. Nothing was damaged. */
export class StartError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartError'
  }
}
