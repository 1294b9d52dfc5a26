export { type Manifest, readManifest } from './manifest.ts'
export { checkVersions, putBack, putFiles } from './put-back.ts'
export { takeBackup } from './take.ts'
