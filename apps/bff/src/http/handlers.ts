import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { contract } from '@patchbay/contract'
import type { RequestContext, SignedIn } from './request-context.ts'

/** Of a request whose sender has the route's right. */
export interface AdmittedContext extends RequestContext {
  readonly signedIn: SignedIn
}

type Contract = typeof contract

/** Gets the input as the contract's schema read it; what it answers is read by the contract's schema in turn. */
type Handler<Route> =
  // oxlint-disable-next-line typescript/no-explicit-any -- neither errors nor what else is declared of a route make a difference
  Route extends ContractProcedure<infer Input extends AnySchema, infer Output extends AnySchema, any, any>
    ? (asked: {
        readonly input: InferSchemaOutput<Input>
        readonly context: AdmittedContext
      }) => Promise<InferSchemaInput<Output>>
    : never

/** The handlers of one group of the contract's routes: one that is missing does not compile, nor one that the contract has not. */
export type Handlers<Group extends keyof Contract> = {
  readonly [Name in keyof Contract[Group]]: Handler<Contract[Group][Name]>
}

export type Router = { readonly [Group in keyof Contract]: Handlers<Group> }
