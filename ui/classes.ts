/** Joins the names of classes and leaves out what is false or absent; undefined when nothing is left, so that no empty attribute is written. */
export const classes = (...names: (string | false | undefined | null)[]): string | undefined => names.filter(Boolean).join(' ') || undefined
