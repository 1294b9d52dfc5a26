export { type Manifest, readManifest } from './manifest.ts'
export { checkEmpty, checkVersions, putBack, putFiles } from './put-back.ts'
export { takeBackup } from './take.ts'
