import { chances } from './random.ts'

/** Columns of a yearly file of districts and neighbourhoods, in the order of its description. */
const measures = [
  'a_inw a_man a_vrouw a_00_14 a_15_24 a_25_44 a_45_64 a_65_oo a_ongeh a_gehuwd a_gesch a_verwed a_nl_all a_eur_al a_neu_al a_geb_nl a_geb_eu a_geb_ne a_gbl_eu a_gbl_ne a_geb p_geb a_ste p_ste a_hh a_1p_hh a_hh_z_k a_hh_m_k g_hhgro bev_dich a_woning',
  'a_nb_won a_vastg a_nb_vastg g_wozbag p_1gezw p_1gezw_tw p_1gezw_hw p_1gezw_2w p_1gezw_hvw p_mgezw p_leegsw p_koopw p_huurw p_wcorpw p_ov_hw p_bj_me10 p_bj_mi10 g_ele g_ele_tr g_gas p_stadsv p_won_z p_won_m p_won_zs p_won_ev a_lp_pub a_ons_po',
  'a_ons_vovavo a_ons_mbo a_ons_hbo a_ons_wo a_opl_bvm a_opl_hvm a_opl_hw a_arb_wz p_arb_pp p_arb_wn p_arb_wv p_arb_wf p_arb_zs a_inkont g_ink_po g_ink_pi p_ink_li p_ink_hi p_ink_ar p_ink_ba g_hh_sti p_hh_li p_hh_hi m_hh_ver a_soz_wb a_soz_ao a_soz_ww',
  'a_soz_ow a_jz_tn p_jz_tn a_wmo_t p_wmo_t a_bedv a_bed_a a_bed_bf a_bed_gi a_bed_hj a_bed_kl a_bed_mn a_bed_oq a_bed_ru a_pau a_bst_b a_bst_nb g_pau_hh g_pau_km a_m2w g_afs_hp g_afs_gs g_afs_kv g_afs_sc g_3km_sc a_opp_ha a_lan_ha a_wat_ha pst_mvp pst_dekp ste_mvs ste_oad',
].join(' ').split(' ')
const columns = ['gwb_code_10', 'gwb_code', 'regio', ...measures]

export type KwbArea = { code: string; name: string; cells: readonly string[] }
type Place = { code: string; name: string; /** of a neighbourhood: about how many live there */ people: number }

/** Codes of the country, its municipalities, and their districts and neighbourhoods: of ours first, `own` neighbourhoods of it. */
function codes(size: number, own: number): Place[] {
  const found = [{ code: 'NL00', name: 'Nederland', people: 0 }, { code: 'GM0307', name: 'Amersfoort', people: 0 }]
  const fill = (town: string, parts: number): void => {
    for (let part = 0; part < parts && found.length < size; part++) {
      const district = String(Math.floor(part / 6)).padStart(2, '0')
      if (part % 6 === 0) found.push({ code: `WK${town}${district}`, name: `Wijk ${district} van ${town}`, people: 0 })
      if (found.length < size) found.push({ code: `BU${town}${district}${String(part % 6).padStart(2, '0')}`, name: `Buurt ${district}.${part % 6} van ${town}`, people: 1000 + 2 * part })
    }
  }
  fill('0307', own)
  for (let town = 1000; found.length < size; town++) {
    found.push({ code: `GM${town}`, name: `Gemeente ${town}`, people: 0 })
    fill(String(town), 42)
  }
  return found
}

/** What hangs together in every area: its people by age, their households, and their homes by who owns them. Homes of a corporation are rented ones. */
const counted = ['a_00_14', 'a_15_24', 'a_25_44', 'a_45_64', 'a_65_oo', 'a_1p_hh', 'a_hh_z_k', 'a_hh_m_k', 'owned', 'corporation', 'letOtherwise', 'unknown'] as const
type Counts = Record<(typeof counted)[number], number>
const ages = [['a_00_14', 16], ['a_15_24', 12], ['a_25_44', 27], ['a_45_64', 26], ['a_65_oo', 19]] as const
const sum = (it: Counts, keys: readonly (keyof Counts)[]): number => keys.reduce((total, key) => total + it[key], 0)
const peopleOf = (it: Counts): number => sum(it, ages.map(([key]) => key))
const householdsOf = (it: Counts): number => sum(it, ['a_1p_hh', 'a_hh_z_k', 'a_hh_m_k'])
const homesOf = (it: Counts): number => sum(it, ['owned', 'corporation', 'letOtherwise', 'unknown'])

function neighbourhood(seed: number, place: number, people: number): Counts {
  const it = chances(seed + 8, place)
  const part = (of: number, least: number, span: number): number => Math.round((of * (least + it.whole(span))) / 100)
  const inhabitants = part(people, 40, 120)
  const made = Object.fromEntries(ages.map(([key, share]) => [key, part((inhabitants * share) / 100, 70, 60)])) as Counts
  const households = part(peopleOf(made), 40, 15)
  made.a_1p_hh = part(households, 20, 30)
  made.a_hh_m_k = part(households, 20, 25)
  made.a_hh_z_k = households - made.a_1p_hh - made.a_hh_m_k
  const homes = part(households, 96, 8)
  made.owned = part(homes, 25, 55)
  made.unknown = part(homes, 0, 3)
  made.corporation = part(homes - made.owned - made.unknown, 50, 45)
  made.letOtherwise = homes - made.owned - made.unknown - made.corporation
  return made
}

/** Of every area what its neighbourhoods are together. */
function countsOf(seed: number, all: readonly Place[]): Map<string, Counts> {
  const found = new Map<string, Counts>()
  for (const [place, { code, people }] of all.entries()) {
    if (!code.startsWith('BU')) continue
    const one = neighbourhood(seed, place, people)
    found.set(code, one)
    for (const around of [`WK${code.slice(2, 8)}`, `GM${code.slice(2, 6)}`, 'NL00']) {
      const before = found.get(around)
      found.set(around, before ? (Object.fromEntries(counted.map((key) => [key, before[key] + one[key]])) as Counts) : one)
    }
  }
  return found
}

const five = (value: number): number => Math.round(value / 5) * 5
const percent = (part: number, whole: number): string => String(Math.round((100 * part) / whole))
/** How a file tells what was counted: people and households in fives, homes exactly, and who owns them in whole percentages. */
const told: Record<string, (it: Counts) => string> = {
  a_inw: (it) => String(five(peopleOf(it))), a_hh: (it) => String(five(householdsOf(it))), a_woning: (it) => String(homesOf(it)),
  ...Object.fromEntries([...ages.map(([key]) => key), 'a_1p_hh' as const, 'a_hh_z_k' as const, 'a_hh_m_k' as const].map((key) => [key, (it: Counts) => String(five(it[key]))])),
  p_koopw: (it) => percent(it.owned, homesOf(it)), p_huurw: (it) => percent(it.corporation + it.letOtherwise, homesOf(it)), p_wcorpw: (it) => percent(it.corporation, homesOf(it)),
}

/** A whole year: `size` areas in 117 columns. A cell in seven has no figure, as in the real ones; shares of both decimal signs. What people look at together fits together, as in the real ones. */
export function kwbYear(seed: number, size: number, own: number): { columns: readonly string[]; areas: readonly KwbArea[]; own: readonly string[] } {
  const all = codes(size, own)
  const counts = countsOf(seed, all)
  const areas = all.map(({ code, name }, place): KwbArea => {
    const it = chances(seed + 7, place)
    const here = counts.get(code) ?? neighbourhood(seed, place, 1000)
    const inhabitants = peopleOf(here)
    const cell = (column: string): string => {
      const whole = it.whole(1000)
      const tell = told[column]
      if (tell && column.startsWith('a_')) return tell(here)
      if (whole % 7 === 0) return '.'
      if (tell) return tell(here)
      if (column.startsWith('p_')) return whole % 2 ? `${whole % 100},${whole % 10}` : `${whole % 100}.${whole % 10}`
      return String(column.startsWith('a_') ? Math.round((inhabitants * (whole % 400)) / 1000) : whole)
    }
    return { code, name, cells: measures.map(cell) }
  })
  return { columns, areas, own: all.map(({ code }) => code).filter((code) => code.slice(2, 6) === '0307') }
}

/** The file as the bureau writes it: a mark in front, quotes, a padded code, semicolons. */
export const asFile = ({ columns: head, areas }: ReturnType<typeof kwbYear>): Buffer =>
  Buffer.from(`\uFEFF${[head, ...areas.map(({ code, name, cells }) => [`${code.padEnd(10)}`, code, name, ...cells])].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')}\r\n`)

/** The same, made clean for the database: numbers as it reads them, nothing for what is missing. */
export const asCopy = ({ areas }: ReturnType<typeof kwbYear>): Buffer => Buffer.from(areas.map(({ code, name, cells }) => `${[code, code, name, ...cells.map((cell) => (cell === '.' ? '\\N' : cell.replace(',', '.')))].join('\t')}\n`).join(''))
/** The table that the clean file goes into. */
export const copyTable = `create unlogged table if not exists bench_year (gwb_code_10 text, gwb_code text, regio text, ${measures.map((it) => `${it} numeric`).join(', ')})`

/** Outlines of these areas: a comb of cells with shared corners, of which every side bends in many points, as rivers and roads make them. */
export function outlines(codesOf: readonly string[], bends: number): Buffer {
  const across = Math.ceil(Math.sqrt(codesOf.length))
  const [west, south, step] = [5.34, 52.12, 0.1 / across]
  const round = (value: number): number => Math.round(value * 1e6) / 1e6
  // A side is drawn from its lower end, whichever of its two areas asks: both get the same points.
  const side = ([x1, y1]: [number, number], [x2, y2]: [number, number]): [number, number][] =>
    Array.from({ length: bends }, (_, place) => {
      const part = place / bends
      const sway = Math.sin(part * Math.PI * 6) * step * 0.06
      return [round(west + step * (x1 + (x2 - x1) * part) + (y1 === y2 ? 0 : sway)), round(south + step * (y1 + (y2 - y1) * part) + (y1 === y2 ? sway : 0))]
    })
  const reversed = (from: [number, number], to: [number, number]): [number, number][] => [...side(to, from), [round(west + step * from[0]), round(south + step * from[1])] as [number, number]].slice(1).reverse()
  const features = codesOf.map((code, place) => {
    const [x, y] = [place % across, Math.floor(place / across)]
    const ring = [...side([x, y], [x + 1, y]), ...side([x + 1, y], [x + 1, y + 1]), ...reversed([x + 1, y + 1], [x, y + 1]), ...reversed([x, y + 1], [x, y])]
    return { type: 'Feature', properties: { statcode: code, statnaam: code }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } }
  })
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
}
