/** All feature routes, in the form of the contract. */
export function createRouter() {
  return {}
}
