/** What code for the browser is written with as a matter of course and Chrome 80 lacks. */

type HasOwn = { hasOwn?: (object: object, key: PropertyKey) => boolean }
const objects = Object as HasOwn
objects.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key)

const arrays = Array.prototype as { at?: (this: unknown[], index: number) => unknown }
arrays.at ??= function (index) {
  return this[index < 0 ? this.length + index : index]
}

const strings = String.prototype as { replaceAll?: (this: string, from: string, to: string) => string }
strings.replaceAll ??= function (from, to) {
  return this.split(from).join(to)
}

export {}
