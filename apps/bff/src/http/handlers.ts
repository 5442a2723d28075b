import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { contract, EndpointMeta } from '@patchbay/contract'
import type { AdmittedContext } from './request-context.ts'

type Contract = typeof contract

/** Gets the input as the contract's schema read it; what it answers is read by the contract's schema in turn. */
type Handler<Route> =
  Route extends ContractProcedure<infer Input extends AnySchema, infer Output extends AnySchema, ErrorMap, EndpointMeta>
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
