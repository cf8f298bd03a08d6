// Shared by the wrappers: properties of a component → attributes of the element.
import { ATTRIBUTES, attributeText, camelCase } from '../element/options.js';

export { partsOf, tellOfAdoption } from './server-markup.js';

/** The attribute of each property. @type {Map<string, string>} */
const attributes = new Map(ATTRIBUTES.map((attribute) => [camelCase(attribute), attribute]));

/** The names of the properties that are attributes of the element. */
export const PROPERTIES = [...attributes.keys()];

/**
 * The element's attributes for a component's properties; other properties are left out.
 * @param {Record<string, unknown>} properties
 */
export function attributesOf(properties) {
  /** @type {Record<string, string>} */
  const written = {};
  for (const [property, value] of Object.entries(properties)) {
    const attribute = attributes.get(property);
    if (attribute && value != null && value !== false) written[attribute] = attributeText(value);
  }
  return written;
}
