import { boardShown, noticeShown } from './boardViews.tsx'
import { noticeFollowed, noticeStands } from './following.tsx'
import { noticeLeft, noticeLeftFor } from './leaving.tsx'
import { noticeReactedTo, noticeReported } from './reacting.tsx'
import { boardAtWork, noticeActs, noticeAtWork } from './workViews.tsx'

export { forgetNotices } from './forgetting.ts'
export { maySeeBoard } from './policy.ts'
export { boardToRead, countBoardWork } from './workViews.tsx'

/** All that can be looked at and done on the board. Fixed addresses stand before those with a name in them. */
export const boardEntries = [boardShown, noticeLeft, noticeLeftFor, noticeFollowed, noticeStands, boardAtWork, noticeShown, noticeReactedTo, noticeReported, noticeAtWork, ...noticeActs]
