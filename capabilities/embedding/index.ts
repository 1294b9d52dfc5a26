export { embeddingRoutes } from './routes.tsx'
