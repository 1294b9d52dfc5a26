import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/standards/cbs-kwb/', import.meta.url))
/** Real files of Statistics Netherlands lie beside the repository; where they do not, tests that need them say so and skip. */
export const realFiles = existsSync(folder)
export const why = realFiles ? '' : ` (skipped: no files in ${folder})`
export const realFile = (name: string): Buffer => readFileSync(folder + name)

/** The columns of a yearly file that our tests need, in another order than the standard one: place says nothing. */
export const kwbHeader = ['ind_wbi', 'regio', 'gwb_code_10', 'gwb_code_8', 'gm_naam', 'recs', 'gwb_code', 'a_inw ', 'a_00_14', 'a_15_24', 'a_25_44', 'a_45_64', 'a_65_oo', 'a_hh', 'a_1p_hh', 'a_woning', 'p_koopw', 'p_huurw', 'g_wozbag', 'p_wmo_t']
type KwbRow = readonly (string | number)[]

/** A yearly file as the bureau writes it: a mark in front, quotes, padded codes, dots for what is missing, spaces behind some names. */
export const kwbFile = (rows: readonly KwbRow[], header: readonly string[] = kwbHeader): Buffer =>
  Buffer.from(`\uFEFF${[header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')}\r\n`)

/** Lines for the country, the city, two of its districts, one that we do not have, and somebody else's. */
export const kwbRows: readonly KwbRow[] = [
  [1, 'Nederland', 'NL00      ', '0', 'Nederland', 'Land', 'NL00', 17590670, 2716360, 2169825, 4430740, 4772845, 3500900, 8137500, 3199590, 8045580, '57', '42', '315', '69'],
  [1, 'Amersfoort', 'GM0307    ', '307', 'Amersfoort', 'Gemeente', 'GM0307', 158590, 28250, 19345, 42840, 42890, 25265, 69900, 25560, 69962, '58', '42', '367', '57'],
  [1, 'Randenbroek', 'WK030714  ', '30714', 'Amersfoort', 'Wijk', 'WK030714', 7265, 1165, 785, 2160, 1810, 1345, 3600, 1500, 3656, '47', '53', '313', '     .'],
  [3, 'Schuilenburg', 'WK030713  ', '30713', 'Amersfoort', 'Wijk', 'WK030713', 4470, 725, 520, 1270, 1000, 955, 2100, 950, 2157, '37,5', '62.5', '279', 'x'],
  [1, 'Liendert', 'WK030710  ', '30710', 'Amersfoort', 'Wijk', 'WK030710', 8025, 1405, 1060, 2460, 1870, 1230, 3700, 1400, 3755, '40', '60', '260', '-99997'],
  [1, 'Leusden', 'GM0327    ', '327', 'Leusden', 'Gemeente', 'GM0327', 31104, 5000, 3300, 6200, 8800, 7800, 13100, 4000, 13000, '66', '34', '430', '50'],
]
