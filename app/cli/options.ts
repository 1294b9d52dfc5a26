import { parseArgs } from 'node:util'
import { WrongUse } from './command.ts'

/** The options among the words; what is not known is a wrong use. */
export function optionsIn<O extends Record<string, { type: 'string' | 'boolean' }>>(words: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values as { [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string }
  } catch {
    throw new WrongUse(`Gebruik: npm run -s cli -- ${usage}`)
  }
}

/** The one folder that was named. */
export function folderIn(words: readonly string[], usage: string): string {
  const [folder, ...more] = words
  if (!folder || folder.startsWith('-') || more.length > 0) throw new WrongUse(`Gebruik: npm run -s cli -- ${usage}`)
  return folder
}
