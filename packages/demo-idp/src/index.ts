export * from './demo-idp.ts'
export * from './people.ts'
