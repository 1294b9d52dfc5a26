export { type ExchangeParts, exchangeRoutes } from './routes.ts'
