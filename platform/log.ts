import pino from 'pino'

/** What may be logged. There is no field for a path, a name or a text, on purpose: those may hold data of people. */
export type LogEntry = {
  event: string
  requestId?: string
  method?: string
  /** the pattern of the route, never the address that was asked for */
  route?: string
  status?: number
  milliseconds?: number
  code?: string
  message?: string
  where?: string
}

/** `tellsAll` says whether what is no fault is written at all, so that nobody makes an entry that nobody reads. */
export type Log = { tellsAll: boolean; info: (entry: LogEntry) => void; error: (entry: LogEntry) => void }

/** Structured log on standard error: one JSON object a line. */
export function openLog(level: 'silent' | 'error' | 'info' | 'debug'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: false }))
  return { tellsAll: logger.isLevelEnabled('info'), info: (entry) => logger.info(entry), error: (entry) => logger.error(entry) }
}
