import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { notFound, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, line, upload } from '../../platform/validation.ts'
import { showable } from './press.ts'
import { mistake, nobodyIn, notLater, onSection, sectionHref } from './mapAct.ts'
import { photoTexts, refusedWords } from './photoTexts.ts'
import { cleanPicture } from './pictures.ts'
import { mayReadMaps, mayWriteMap } from './policy.ts'
import { findMapRow, type MapRow, type Photo, photosOf } from './record.ts'
import { permissions } from './words.ts'

const mostBytes = 8 * 1024 * 1024
const { version: _, ...beside } = onSection
const hows = Object.keys(permissions) as [keyof typeof permissions, ...(keyof typeof permissions)[]]

/** A photo of the neighbourhood, with the permission of whom it shows. It is public when its section is published after it. */
export const photoAdded = act({
  ...beside,
  name: 'neighbourhood-map.add-photo',
  at: '/neighbourhood-maps/:mapId/sections/:section/photos',
  page: '/wijkkaart/:mapId/deel/:section/foto',
  title: photoTexts.addTitle,
  input: z.strictObject({ photo: upload(mostBytes), alt: line(300), caption: line(300).optional(), madeBy: line(120), madeOn: day(), permissionBy: line(160), permissionHow: z.enum(hows), permissionOn: day(), permissionUntil: day().optional() }),
  form: {
    photo: { as: 'file', label: photoTexts.photo, hint: photoTexts.photoHint, accept: '.jpg,.jpeg,.png' },
    alt: { as: 'text', label: photoTexts.altLabel, hint: photoTexts.altHint, longest: 300 },
    caption: { as: 'text', label: photoTexts.captionLabel, longest: 300, optional: true },
    madeBy: { as: 'text', label: photoTexts.madeByLabel, hint: photoTexts.madeByHint, longest: 120 },
    madeOn: { as: 'day', label: photoTexts.madeOnLabel },
    permissionBy: { as: 'text', label: photoTexts.permissionByLabel, hint: photoTexts.permissionByHint, longest: 160 },
    permissionHow: { as: 'choice', label: photoTexts.permissionHowLabel, options: permissions },
    permissionOn: { as: 'day', label: photoTexts.permissionOnLabel },
    permissionUntil: { as: 'day', label: photoTexts.permissionUntilLabel, hint: photoTexts.permissionUntilHint, optional: true },
  },
  may: mayReadMaps,
  prefill: ({ today }) => ({ permissionOn: today }),
  run: async (ctx, { id: mapId, municipalityId, section, today }, { photo, ...told }) => {
    nobodyIn(told)
    notLater(today, { madeOn: told.madeOn, permissionOn: told.permissionOn })
    if (told.permissionUntil && told.permissionUntil < told.permissionOn) throw mistake('permissionUntil', 'before', photoTexts.untilBefore)
    const cleaned = cleanPicture(photo.content)
    if (typeof cleaned === 'string') throw mistake('photo', cleaned, refusedWords[cleaned])
    if (!(await showable(cleaned))) throw mistake('photo', 'broken', refusedWords.broken)
    const { bytes, ...picture } = cleaned
    await ctx.db.insertInto('mapPhotos').values({ ...told, ...picture, picture: bytes, municipalityId, id: randomUUID(), mapId, key: section.key, byId: ctx.actor.id, at: ctx.now }).execute()
  },
  done: photoTexts.addDone,
  audit: 'C',
})

type OnePhoto = MapRow & { photo: Photo }

async function findPhoto(reading: Reading, { mapId, photoId }: { mapId: string; photoId: string }): Promise<OnePhoto> {
  const [row, photos] = await Promise.all([findMapRow(reading, { mapId }), photosOf(reading.db, mapId)])
  const photo = photos.find(({ id }) => id === photoId)
  if (!photo) throw notFound()
  return { ...row, photo }
}

/** Takes a photo away at once and for everybody, and erases it. */
export const photoWithdrawn = act({
  name: 'neighbourhood-map.withdraw-photo',
  at: '/neighbourhood-maps/:mapId/photos/:photoId/withdrawal',
  page: '/wijkkaart/:mapId/foto/:photoId/weghalen',
  title: photoTexts.withdrawTitle,
  destructive: true,
  input: z.strictObject({ because: line(300) }),
  form: { because: { as: 'text', label: photoTexts.withdrawBecause, hint: photoTexts.withdrawHint, longest: 300 } },
  output: z.object({ mapId: z.uuid(), section: z.string() }),
  find: findPhoto,
  may: (actor, it) => mayReadMaps(actor) && (it.photo.byId === actor.id || mayWriteMap(actor, it)),
  about: (it) => [it.id],
  run: async (ctx, { photo }, { because }) => {
    nobodyIn({ because })
    const { numUpdatedRows } = await ctx.db.updateTable('mapPhotos').set({ picture: null, withdrawnAt: ctx.now, withdrawnBy: ctx.actor.id, withdrawnBecause: because }).where('id', '=', photo.id).where('withdrawnAt', 'is', null).executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw stale()
  },
  present: (_ctx, _done, { id, photo }) => ({ mapId: id, section: photo.key }),
  intro: ({ photo }) => (
    <div class="stack">
      <p>{photo.alt}</p>
      <p>{say(photoTexts.withdrawLead)}</p>
      <p class="small soft">{say(photoTexts.permission(photo.permissionBy, say(permissions[photo.permissionHow]).toLowerCase(), fullDay(photo.permissionOn)))}</p>
    </div>
  ),
  next: ({ mapId, section }) => sectionHref(mapId, section),
  back: '/wijkkaart/:mapId',
  done: photoTexts.withdrawDone,
  audit: 'D',
})
