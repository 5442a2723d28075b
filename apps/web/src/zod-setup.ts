import { config } from 'zod'

// Zod compiles its schemas with `new Function` unless told not to; the content security policy forbids that.
config({ jitless: true })
