/** The sections of a map as they are stored, in order. */
export const sectionKeys = ['1-1', '1-2', '2-1', '2-2', '2-3', '2-4', '3-1', '3-2', '3-3', '3-4', '4-1', '4-2', '4-3', '4-4', '4-5', '5-1', '6-1', '6-2', '6-3', '6-4', '6-5', '6-6'] as const
export type SectionKey = (typeof sectionKeys)[number]
