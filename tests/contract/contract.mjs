// The API documents as validators of single answers.

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Places in a schema that hold the schema of one value. */
const kOne = ['items', 'additionalProperties', 'contains', 'propertyNames'];
const kMany = ['properties', 'patternProperties'];
const kCombined = ['allOf', 'anyOf', 'oneOf'];

const isSchema = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema of a value in which no member is allowed that the document does not describe. */
function closed(schema) {
  return isSchema(schema) ? { ...closedInside(schema), unevaluatedProperties: false } : schema;
}

/** The same for the values inside; what is combined by `allOf` is closed where it is used. */
function closedInside(schema) {
  const out = { ...schema };
  for (const key of kOne) if (isSchema(schema[key])) out[key] = closed(schema[key]);
  for (const key of kMany) {
    if (schema[key]) {
      out[key] = Object.fromEntries(Object.entries(schema[key]).map(([name, each]) => [name, closed(each)]));
    }
  }
  for (const key of kCombined) if (schema[key]) out[key] = schema[key].map(closedInside);
  return out;
}

function makeAjv(document, id, options = {}) {
  const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false, strictRequired: false, ...options });
  addFormats(ajv);
  ajv.addFormat('binary', true);
  ajv.addFormat('password', true);
  for (const keyword of ['components', 'example']) ajv.addKeyword(keyword);
  for (const keyword of new Set(JSON.stringify(document).match(/"x-[a-z-]+"(?=:)/gi) ?? [])) {
    ajv.addKeyword(JSON.parse(keyword));
  }
  const schemas = Object.entries(document.components.schemas);
  ajv.addSchema({
    $id: id,
    components: { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closedInside(schema)])) },
  });
  return ajv;
}

/** One document: its operations and their compiled schemas. */
class Described {
  #document;
  #ajv;
  #id;
  #validators = new Map();
  /** For query parameters, which are texts. */
  #coercing;

  constructor(document, index) {
    this.#document = document;
    this.#id = `document-${index}.json`;
    this.#ajv = makeAjv(document, this.#id);
    this.#coercing = makeAjv(document, this.#id, { coerceTypes: true });
  }

  operation(route, method) {
    return this.#document.paths[route]?.[method.toLowerCase()];
  }

  get paths() {
    return this.#document.paths;
  }

  resolved(value) {
    if (!value?.$ref) return value;
    return value.$ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], this.#document);
  }

  /** What is wrong with `value`, or null. */
  fault(schema, value, coerce = false) {
    const ajv = coerce ? this.#coercing : this.#ajv;
    const key = `${coerce}${JSON.stringify(schema)}`;
    if (!this.#validators.has(key)) {
      const text = JSON.stringify(closed(schema)).replaceAll('"#/components/', `"${this.#id}#/components/`);
      this.#validators.set(key, ajv.compile(JSON.parse(text)));
    }
    const validate = this.#validators.get(key);
    if (validate(coerce ? { value } : value)) return null;
    const [error] = validate.errors;
    const place = error.instancePath.replace(/\/\d+(?=\/|$)/g, '/*');
    return `${place}: ${error.message} ${JSON.stringify(error.params)}`;
  }
}

export class Contract {
  #documents;
  #seen = new Set();

  constructor(documents) {
    this.#documents = documents.map((document, index) => new Described(document, index));
  }

  seenCount() {
    return this.#seen.size;
  }

  /** Successful answers that are described and that no record has. */
  unseen() {
    const missing = [];
    for (const document of this.#documents) {
      for (const [route, methods] of Object.entries(document.paths)) {
        for (const [method, operation] of Object.entries(methods)) {
          for (const status of Object.keys(operation.responses)) {
            const what = `${method.toUpperCase()} ${route} ${status}`;
            if (Number(status) < 300 && !this.#seen.has(what)) missing.push(what);
          }
        }
      }
    }
    return missing;
  }

  /** What is wrong with one recorded answer. */
  faultsOf(record) {
    const method = record.method === 'HEAD' ? 'GET' : record.method;
    const document = this.#documents.find((each) => each.operation(record.route, method));
    if (!document) return this.#faultsOfNoRoute(record);
    const operation = document.operation(record.route, method);
    const response = document.resolved(operation.responses[record.status]);
    if (!response) return ['the status is not described'];
    this.#seen.add(`${method} ${record.route} ${record.status}`);
    const faults = this.#faultsOfAnswer(document, response, record);
    if (record.status < 400) faults.push(...this.#faultsOfRequest(document, operation, record));
    return faults;
  }

  #faultsOfNoRoute(record) {
    if (record.method === 'OPTIONS' && record.status === 204) return [];
    if (record.status !== 404 && record.status !== 405) return ['the route is not described'];
    const schema = { $ref: '#/components/schemas/Problem' };
    const fault = this.#documents[0].fault(schema, JSON.parse(record.answer));
    return fault ? [fault] : [];
  }

  #faultsOfAnswer(document, response, record) {
    const faults = [];
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const isRequired = document.resolved(header).required === true;
      if (isRequired && !record.headers.includes(name.toLowerCase())) faults.push(`no header ${name}`);
    }
    const media = record.type.split(';')[0];
    if (!response.content) return record.answer === '' ? faults : [...faults, 'a body is not described'];
    const content = response.content[media];
    if (!content) return [...faults, `the media type ${media} is not described`];
    const value = media.endsWith('json') ? JSON.parse(record.answer) : record.answer;
    const fault = document.fault(content.schema, value);
    return fault ? [...faults, fault] : faults;
  }

  #faultsOfRequest(document, operation, record) {
    const faults = [];
    const parameters = (operation.parameters ?? []).map((each) => document.resolved(each));
    for (const [name, value] of record.query) {
      const parameter = parameters.find((each) => each.in === 'query' && each.name === name);
      if (!parameter) {
        faults.push(`the parameter ${name} is not described`);
        continue;
      }
      const schema = { type: 'object', properties: { value: parameter.schema } };
      const fault = document.fault(schema, value, true);
      if (fault) faults.push(`?${name}${fault}`);
    }
    const body = operation.requestBody?.content['application/json'].schema;
    if (!body) return faults;
    // The service takes a byte order mark, which JSON.parse does not.
    const fault = document.fault(body, JSON.parse(record.body.replace(/^\uFEFF/, '')));
    if (fault) faults.push(`request ${fault}`);
    return faults;
  }
}
