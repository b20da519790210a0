import type { Resource } from 'solid-js'

/**
 * What was read, once that went well. Reading the resource itself would hold the whole screen back until then: a tap
 * would seem to do nothing on a slow connection.
 */
export const knownOf = <T>(resource: Resource<T>): T | undefined =>
  resource.state === 'ready' || resource.state === 'refreshing' ? resource.latest : undefined
