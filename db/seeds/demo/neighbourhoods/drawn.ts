type Corner = readonly [longitude: number, latitude: number]

/** Corners where three areas, or two and the rest of the city, meet. */
const meeting = {
  koppelWest: [5.3832, 52.1668], koppelEast: [5.4008, 52.1682], schothorstWest: [5.3936, 52.1756], schothorstSouth: [5.4014, 52.1712], middleWest: [5.3918, 52.1794], middleEast: [5.4126, 52.1788], parkNorth: [5.4108, 52.1568], parkSouth: [5.4124, 52.145],
} as const satisfies Record<string, Corner>

type Line = { from: keyof typeof meeting; to: keyof typeof meeting; by: readonly Corner[] }

/** Lines between those corners, drawn by hand and by eye. Every line is drawn once, so that two areas along it have neither a gap nor an overlap. */
const lines = {
  betweenKruiskampAndKoppel: { from: 'koppelWest', to: 'koppelEast', by: [[5.3878, 52.1662], [5.3902, 52.1684], [5.3962, 52.1678]] },
  koppelOutside: { from: 'koppelWest', to: 'schothorstWest', by: [[5.3806, 52.1712], [5.3836, 52.1752], [5.3906, 52.1763]] },
  betweenKoppelAndSchothorst: { from: 'schothorstWest', to: 'schothorstSouth', by: [[5.3954, 52.1728]] },
  koppelBeside: { from: 'schothorstSouth', to: 'koppelEast', by: [[5.4021, 52.17]] },
  kruiskampOutside: { from: 'koppelEast', to: 'koppelWest', by: [[5.4024, 52.1644], [5.3994, 52.1604], [5.3936, 52.1588], [5.3858, 52.16], [5.3838, 52.1632]] },
  schothorstEast: { from: 'schothorstSouth', to: 'middleEast', by: [[5.4074, 52.1706], [5.4122, 52.1724], [5.4131, 52.1764]] },
  betweenSchothorsts: { from: 'middleWest', to: 'middleEast', by: [[5.3968, 52.1782], [5.4008, 52.1797], [5.4064, 52.1794], [5.4086, 52.1782]] },
  schothorstBeside: { from: 'schothorstWest', to: 'middleWest', by: [[5.3922, 52.1778]] },
  schothorstNorth: { from: 'middleEast', to: 'middleWest', by: [[5.4142, 52.1836], [5.4108, 52.1866], [5.4034, 52.1881], [5.3964, 52.1872], [5.3926, 52.1838]] },
  betweenRandenbroekAndSchuilenburg: { from: 'parkNorth', to: 'parkSouth', by: [[5.4095, 52.1534], [5.4123, 52.1512], [5.4114, 52.148]] },
  randenbroekOutside: { from: 'parkSouth', to: 'parkNorth', by: [[5.4066, 52.1428], [5.4008, 52.1432], [5.3964, 52.1462], [5.3958, 52.1516], [5.3998, 52.1556], [5.4058, 52.1575]] },
  schuilenburgOutside: { from: 'parkNorth', to: 'parkSouth', by: [[5.4148, 52.1591], [5.4216, 52.1586], [5.4256, 52.1548], [5.4262, 52.1496], [5.4214, 52.1458], [5.4166, 52.1447]] },
} as const satisfies Record<string, Line>
type Drawn = keyof typeof lines

/** Lines around each area, one after the other; a minus before a line that is walked the other way. */
const around: Record<string, readonly (Drawn | `-${Drawn}`)[]> = {
  kruiskamp: ['betweenKruiskampAndKoppel', 'kruiskampOutside'],
  'de-koppel': ['koppelOutside', 'betweenKoppelAndSchothorst', 'koppelBeside', '-betweenKruiskampAndKoppel'],
  'kruiskamp-koppel': ['koppelOutside', 'betweenKoppelAndSchothorst', 'koppelBeside', 'kruiskampOutside'],
  'schothorst-zuid': ['schothorstBeside', 'betweenSchothorsts', '-schothorstEast', '-betweenKoppelAndSchothorst'],
  'schothorst-noord': ['betweenSchothorsts', 'schothorstNorth'],
  schothorst: ['schothorstBeside', '-schothorstNorth', '-schothorstEast', '-betweenKoppelAndSchothorst'],
  randenbroek: ['betweenRandenbroekAndSchuilenburg', 'randenbroekOutside'],
  schuilenburg: ['schuilenburgOutside', '-betweenRandenbroekAndSchuilenburg'],
  'randenbroek-schuilenburg': ['schuilenburgOutside', 'randenbroekOutside'],
}

const city: readonly Corner[] = [
  [5.345, 52.15], [5.338, 52.163], [5.352, 52.176], [5.364, 52.188], [5.378, 52.199], [5.396, 52.208], [5.418, 52.212], [5.44, 52.205], [5.447, 52.192], [5.44, 52.178], [5.4325, 52.166], [5.4295, 52.155], [5.4275, 52.1455], [5.418, 52.1402], [5.402, 52.137], [5.388, 52.131], [5.37, 52.129], [5.352, 52.135],
]

const places = (value: number): number => Math.round(value * 1e6) / 1e6
const along = ([x1, y1]: Corner, [x2, y2]: Corner, part: number): Corner => [places(x1 + (x2 - x1) * part), places(y1 + (y2 - y1) * part)]

/** Cuts the corners of a line off, and then what is left of them; its ends stay. @source G.M. Chaikin, "An algorithm for high-speed curve generation", 1974 */
function rounded(line: readonly Corner[]): readonly Corner[] {
  const cut = (of: readonly Corner[], part: number): Corner[] => [of[0]!, ...of.slice(1).flatMap((to, at) => [along(of[at]!, to, part), along(of[at]!, to, 1 - part)]), of.at(-1)!]
  return cut(cut(line, 0.15), 0.25)
}

const lineOf = (name: Drawn): readonly Corner[] => rounded([meeting[lines[name].from], ...lines[name].by, meeting[lines[name].to]])

const ringOf = (names: readonly (Drawn | `-${Drawn}`)[]): Corner[] => {
  const ring = names.flatMap((name) => (name.startsWith('-') ? lineOf(name.slice(1) as Drawn).toReversed() : lineOf(name as Drawn)).slice(0, -1))
  return [...ring, ring[0]!]
}

/** Outlines of the areas of the demonstration: our own drawing from about where they lie, and no true boundaries. */
export const drawn: Record<string, { type: 'Polygon'; coordinates: [Corner[]] }> = Object.fromEntries([
  ['amersfoort', { type: 'Polygon', coordinates: [[...rounded([...city, city[0]!])]] }],
  ...Object.entries(around).map(([area, names]) => [area, { type: 'Polygon', coordinates: [ringOf(names)] }]),
])
