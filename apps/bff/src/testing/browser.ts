/** What a test sends: a JSON body, headers over and above the usual ones; `undefined` takes a usual one away. */
export interface BrowserRequest {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** One browser: keeps cookies by name (as all ports of a host share them), and sends what our web app sends. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** One request, without following redirects. `path`: a path of Patchbay or a whole address. */
  async request(path: string, { method = 'GET', body, headers = {} }: BrowserRequest = {}): Promise<Response> {
    const sent: Record<string, string | undefined> = {
      'x-csrf': '1',
      ...(method !== 'GET' && { origin: this.#origin, 'sec-fetch-site': 'same-origin' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
      ...headers,
    }
    const response = await fetch(new URL(path, this.#origin), {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(
        Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    this.#keepCookies(response)
    return response
  }

  /** Goes to an address as a person does: every redirect is followed. Answers the last response. */
  async visit(path: string, headers: BrowserRequest['headers'] = {}): Promise<{ response: Response; url: URL }> {
    let url = new URL(path, this.#origin)
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await this.request(url.href, { headers: { 'x-csrf': undefined, ...headers } })
      const location = response.headers.get('location')
      if (location === null) return { response, url }
      await response.body?.cancel()
      url = new URL(location, url)
    }
    throw new Error(`Redirected for ever, last to ${url.href}`)
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      const expires = attributes.find((attribute) => /^\s*expires=/i.test(attribute))?.split('=')[1]
      if (expires !== undefined && Date.parse(expires) <= Date.now()) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(at + 1))
    }
  }
}
