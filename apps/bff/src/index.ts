export { ConfigError, readConfig, type Config } from './config.ts'
export { createServer, type RunningServer, type ServerOverrides } from './server.ts'
