const browsers: readonly [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux']]

const first = (all: readonly [RegExp, string][], text: string): string | undefined => all.find(([shape]) => shape.test(text))?.[1]

/** Browser and device in words that somebody recognises, as "Firefox, Windows". Only these words are kept, not what the browser sent. */
export const deviceOf = (userAgent = ''): string | null => [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean).join(', ') || null
