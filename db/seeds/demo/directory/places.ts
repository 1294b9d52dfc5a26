/** Where things take place. Streets and letters of postcodes are invented (SA, SD and SS are never given out); points are about right. */
export type Place = { name: string; area: string; at: readonly [latitude: number, longitude: number] | null; street: string; postcode: string; go?: string; wheelchair?: 'good' | 'partly' | 'poor'; masked?: true; organization: string }

export const places = {
  nijenstede: { name: 'Woon-zorgcentrum Nijenstede', area: 'randenbroek', at: [52.1498, 5.4076], street: 'Rondplein 1', postcode: '3816 SA', go: 'Bus 3 stopt voor de deur.', wheelchair: 'good', organization: 'nijenstede' },
  // Nothing is offered here any more: whoever keeps the directory may take it away.
  'oude-recreatiezaal': { name: 'Oude recreatiezaal', area: 'randenbroek', at: null, street: 'Rondplein 3', postcode: '3816 SA', organization: 'nijenstede' },
  brugkerk: { name: 'Brugkerk', area: 'schuilenburg', at: [52.1529, 5.4141], street: 'Brugpad 2', postcode: '3816 SD', go: 'Vijf minuten lopen vanaf halte Schuilenburg.', wheelchair: 'good', organization: 'kerken' },
  'heilige-geest': { name: 'Heilige Geestkerk', area: 'schuilenburg', at: [52.1541, 5.4187], street: 'Parochieweg 8', postcode: '3816 SS', wheelchair: 'partly', organization: 'heilige-geest-parochie' },
  opstandingskerk: { name: 'Opstandingskerk', area: 'randenbroek', at: [52.1472, 5.4039], street: 'Paaslaan 5', postcode: '3816 SA', wheelchair: 'good', organization: 'opstandingskerk' },
  'de-roef': { name: 'Wijkcentrum De Roef', area: 'kruiskamp', at: [52.1652, 5.3934], street: 'Roefplein 10', postcode: '3814 SA', go: 'Bus 2 stopt op vijftig meter.', wheelchair: 'good', organization: 'de-roef' },
  boegbeeld: { name: 'Het Boegbeeld', area: 'kruiskamp', at: [52.1655, 5.3939], street: 'Roefplein 12', postcode: '3814 SA', wheelchair: 'good', organization: 'boegbeeld' },
  deadia: { name: 'Vrouw en Kind Centrum DeaDia', area: 'de-koppel', at: [52.1707, 5.3868], street: 'Koppelpad 3', postcode: '3813 SA', wheelchair: 'partly', organization: 'deadia' },
  moskee: { name: 'Moskee in Kruiskamp', area: 'kruiskamp', at: [52.1638, 5.3897], street: 'Minaretlaan 7', postcode: '3814 SD', wheelchair: 'good', organization: 'moskee' },
  'de-trefhorst': { name: 'Wijkcentrum De Trefhorst', area: 'schothorst-zuid', at: [52.1763, 5.4019], street: 'Trefplein 4', postcode: '3822 SA', go: 'Bus 5 stopt voor de deur. Er is een plek voor de scootmobiel.', wheelchair: 'good', organization: 'de-trefhorst' },
  landgoed: { name: 'Landgoed Schothorst', area: 'schothorst-noord', at: [52.1806, 5.4062], street: 'Landgoedlaan 1', postcode: '3822 SD', wheelchair: 'partly', organization: 'landgoed-schothorst' },
  inloophuis: { name: 'Inloophuis Schothorst', area: 'schothorst-zuid', at: [52.1749, 5.3987], street: 'Inloophof 6', postcode: '3822 SS', wheelchair: 'good', organization: 'inloophuis-schothorst' },
  boeier: { name: 'Dagactiviteitencentrum De Boeier', area: 'schothorst-zuid', at: [52.1737, 5.4051], street: 'Boeierhof 2', postcode: '3823 SA', wheelchair: 'good', organization: 'de-boeier' },
  bibliotheek: { name: 'Bibliotheek Eemland', area: 'amersfoort', at: [52.1556, 5.3843], street: 'Boekenplein 1', postcode: '3811 SA', go: 'Tien minuten lopen vanaf het station.', wheelchair: 'good', organization: 'bibliotheek-eemland' },
  'bibliotheek-schothorst': { name: 'Bibliotheek Schothorst', area: 'schothorst-zuid', at: [52.1769, 5.4032], street: 'Trefplein 8', postcode: '3822 SA', wheelchair: 'good', organization: 'bibliotheek-schothorst' },
  stadhuis: { name: 'Stadhuis Amersfoort', area: 'amersfoort', at: [52.1537, 5.3861], street: 'Gemeenteplein 1', postcode: '3811 SD', wheelchair: 'good', organization: 'gemeente-amersfoort' },
  school: { name: 'Brede school Schuilenburg', area: 'schuilenburg', at: [52.1519, 5.4199], street: 'Schoolpad 11', postcode: '3816 SD', wheelchair: 'good', organization: 'brede-school-schuilenburg' },
  praktijk: { name: 'Huisartsenpraktijk Schuilenburg', area: 'schuilenburg', at: [52.1523, 5.4163], street: 'Praktijkhof 3', postcode: '3816 SS', wheelchair: 'good', organization: 'huisartsen' },
  jeugdhuis: { name: 'Jeugdhuis Schothorst', area: 'schothorst-noord', at: [52.1829, 5.4004], street: 'Jeugdlaan 9', postcode: '3822 SD', wheelchair: 'poor', organization: 'jeugdhuis-schothorst' },
  stadsring: { name: 'Stadsring 51', area: 'amersfoort', at: [52.1571, 5.3922], street: 'Ringlaan 51', postcode: '3811 SS', wheelchair: 'good', organization: 'stadsring-51' },
  opvang: { name: 'Veilige opvang', area: 'amersfoort', at: null, street: 'Adres bekend bij de informatiebeheerder 1', postcode: '3811 SA', masked: true, organization: 'leger-des-heils' },
} as const satisfies Record<string, Place>
export type PlaceKey = keyof typeof places

/** The middle of each area, for distances. What they look like is drawn beside their figures. */
export const middles: Record<string, { at: readonly [latitude: number, longitude: number] }> = {
  amersfoort: { at: [52.1561, 5.3878] },
  'kruiskamp-koppel': { at: [52.1673, 5.3902] },
  kruiskamp: { at: [52.1645, 5.3925] },
  'de-koppel': { at: [52.1705, 5.3875] },
  'randenbroek-schuilenburg': { at: [52.1502, 5.412] },
  randenbroek: { at: [52.1482, 5.4058] },
  schuilenburg: { at: [52.1527, 5.4172] },
  schothorst: { at: [52.1785, 5.4025] },
  'schothorst-zuid': { at: [52.1755, 5.402] },
  'schothorst-noord': { at: [52.1822, 5.4025] },
}

/** First four digits of postcodes, about where they lie. */
export const postcodes: Record<string, { area: string; at: readonly [number, number] }> = {
  '3811': { area: 'amersfoort', at: [52.1556, 5.3876] }, '3812': { area: 'amersfoort', at: [52.1622, 5.3752] }, '3813': { area: 'de-koppel', at: [52.1705, 5.3875] }, '3814': { area: 'kruiskamp', at: [52.1645, 5.3925] },
  '3815': { area: 'randenbroek', at: [52.1512, 5.4012] }, '3816': { area: 'randenbroek-schuilenburg', at: [52.1502, 5.412] }, '3817': { area: 'amersfoort', at: [52.1448, 5.3968] }, '3818': { area: 'amersfoort', at: [52.1482, 5.3782] },
  '3822': { area: 'schothorst', at: [52.1785, 5.4005] }, '3823': { area: 'schothorst', at: [52.1772, 5.4068] }, '3824': { area: 'amersfoort', at: [52.1912, 5.3985] }, '3825': { area: 'amersfoort', at: [52.1998, 5.4205] },
}
