// The API documents as validators of single answers.

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Places in a schema that hold the schema of one value. */
const ONE = ['items', 'additionalProperties', 'contains', 'propertyNames'];
const MANY = ['properties', 'patternProperties'];
const COMBINED = ['allOf', 'anyOf', 'oneOf'];
/** Decimals of a quotient by `multipleOf` that count: the validator computes in binary fractions. */
const TOLERANCE = 3;
/** Marks an enumeration with its name. */
const VALUE_OF = 'x-value-of';
/** A JSON document on each line. */
const LINES = 'application/x-ndjson';

const isSchema = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema of a value in which no member is allowed that the document does not describe. */
function closed(schema) {
  return isSchema(schema) ? { ...closedInside(schema), unevaluatedProperties: false } : schema;
}

/** The same for the values inside; what is combined by `allOf` is closed where it is used. */
function closedInside(schema) {
  const out = { ...schema };
  for (const key of ONE) if (isSchema(schema[key])) out[key] = closed(schema[key]);
  for (const key of MANY) {
    if (schema[key]) {
      out[key] = Object.fromEntries(Object.entries(schema[key]).map(([name, each]) => [name, closed(each)]));
    }
  }
  for (const key of COMBINED) if (schema[key]) out[key] = schema[key].map(closedInside);
  return out;
}

/** The schema of that name; an enumeration tells which of its values a validation meets. */
function named(name, schema) {
  return schema.enum ? { ...closedInside(schema), [VALUE_OF]: name } : closedInside(schema);
}

function makeAjv(document, id, meet, options = {}) {
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    multipleOfPrecision: TOLERANCE,
    ...options,
  });
  addFormats(ajv);
  ajv.addFormat('binary', true);
  ajv.addFormat('password', true);
  for (const keyword of ['components', 'example']) ajv.addKeyword(keyword);
  for (const keyword of new Set(JSON.stringify(document).match(/"x-[a-z-]+"(?=:)/gi) ?? [])) {
    ajv.addKeyword(JSON.parse(keyword));
  }
  ajv.addKeyword({ keyword: VALUE_OF, validate: (name, value) => (meet(name, value), true) });
  const schemas = Object.entries(document.components.schemas);
  ajv.addSchema({
    $id: id,
    components: { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, named(name, schema)])) },
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
  /** The values that answers had, by the name of their enumeration. */
  #met = new Map();
  #isAnswer = false;

  constructor(document, index) {
    this.#document = document;
    this.#id = `document-${index}.json`;
    const meet = (name, value) => this.#meet(name, value);
    this.#ajv = makeAjv(document, this.#id, meet);
    this.#coercing = makeAjv(document, this.#id, meet, { coerceTypes: true });
  }

  #meet(name, value) {
    if (!this.#isAnswer || !this.valuesOf(name).includes(value)) return;
    this.#met.set(name, (this.#met.get(name) ?? new Set()).add(value));
  }

  get met() {
    return this.#met;
  }

  valuesOf(name) {
    return this.#document.components.schemas[name]?.enum ?? [];
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

  /** The same for a part of an answer. */
  faultOfAnswer(schema, value) {
    this.#isAnswer = true;
    const fault = this.fault(schema, value);
    this.#isAnswer = false;
    return fault;
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

  /** Values that no answer has, of those enumerations with such a name of which some answer has one. */
  unmet(pattern) {
    const names = new Set(this.#documents.flatMap((document) => [...document.met.keys()]));
    return [...names]
      .filter((name) => pattern.test(name))
      .flatMap((name) => {
        const met = new Set(this.#documents.flatMap((document) => [...(document.met.get(name) ?? [])]));
        const values = new Set(this.#documents.flatMap((document) => document.valuesOf(name)));
        return [...values].filter((value) => !met.has(value)).map((value) => `${name} ${value}`);
      });
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
    if (media === LINES) return [...faults, ...this.#faultsOfLines(document, content.schema, record.answer)];
    const value = media.endsWith('json') ? JSON.parse(record.answer) : record.answer;
    const fault = document.faultOfAnswer(content.schema, value);
    return fault ? [...faults, fault] : faults;
  }

  /** The schema of such a body is that of each line. */
  #faultsOfLines(document, schema, text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => document.faultOfAnswer(schema, JSON.parse(line))).filter((fault) => fault !== null);
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
    // Lines may be faulty in a request that is answered; the answer says which.
    if (!body || operation.requestBody.content[LINES]) return faults;
    // The service takes a byte order mark, which JSON.parse does not.
    const fault = document.fault(body, JSON.parse(record.body.replace(/^\uFEFF/, '')));
    if (fault) faults.push(`request ${fault}`);
    return faults;
  }
}
