import type pg from 'pg'
import { cleanPicture } from '../../../capabilities/neighbourhood-map/pictures.ts'
import { type CastKey, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { mapId } from './maps.ts'
import { picture } from './maps/picture.ts'

/** The id of a photo of the demonstration. */
export const photoId = (name: 'table' | 'before'): string => idOf('map photo', name)

type PhotoSeed = { name: 'table' | 'before'; section: string; alt: string; caption: string | null; madeBy: string; from: string; how: 'spoken' | 'written'; made: number; until: number | null; by: CastKey; publicSince: number | null }
const photos: readonly PhotoSeed[] = [
  {
    name: 'table', section: '2-3', alt: 'Tekening van vier mensen aan een lange tafel met koffie en taart, in de tuin tussen twee flats', caption: 'De lange tafel in de binnentuin, elke laatste zaterdag van de maand.', madeBy: 'bewoner van de flats, tekende het na', from: 'de maker; niemand is te herkennen', how: 'written',
    made: -120, until: 600, by: 'hassan', publicSince: -30,
  },
  { name: 'before', section: '2-3', alt: 'Tekening van vier mensen in een tuin tussen twee flats', caption: null, madeBy: 'bewoner van de flats, tekende het na', from: 'de maker', how: 'spoken', made: -10, until: 20, by: 'mirjam', publicSince: null },
]

/** Photos beside the text of a map: one that is public, and one that waits for its section to be published again. */
export async function seedPhotos(client: pg.ClientBase, { day, now }: World): Promise<void> {
  const at = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString()
  const cleaned = cleanPicture(picture)
  if (typeof cleaned === 'string') throw new Error(`the picture of the demonstration is ${cleaned}`)
  const { bytes, ...rest } = cleaned
  await insertAll(client, 'map_photos', photos.map((it) => ({
    municipality_id: municipalityId, id: photoId(it.name), map_id: mapId('randenbroek-schuilenburg'), key: it.section, ...rest, picture: `\\x${bytes.toString('hex')}`, alt: it.alt, caption: it.caption, made_by: it.madeBy, made_on: day(it.made),
    permission_by: it.from, permission_how: it.how, permission_on: day(it.made), permission_until: it.until === null ? null : day(it.until), by_id: personId(it.by), at: at(it.made + 1), published_at: it.publicSince === null ? null : at(it.publicSince),
  })))
}
