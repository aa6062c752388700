// What a client may rely on in an API document, as lines of text, and what a change of it breaks.
//
//   GET /api/v1/facts                       an operation
//   GET /api/v1/facts ?topic                a query or header parameter that it takes
//   POST /api/v1/match takes MatchRequest   the schema of its body
//   GET /api/v1/facts 200 FactList          the schema of an answer
//   FactList.facts[]: Fact                  the type of a member
//   Fact.type = money                       a value that it may have
//   Fact.id is always there                 a member that every answer has
//   MatchRequest needs profile              a member that every request must have

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const PREFIX = '#/components/schemas/';
/** The facts and their options are those of the catalogue, which says itself what it changes. */
const OF_THE_CATALOGUE = new Set(['Profile']);

const nameOf = (ref) => ref.slice(PREFIX.length);
const byText = (one, other) => (one < other ? -1 : Number(one > other));

/** The type of a schema in a word. */
function wordOf(schema) {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const type = [schema.type ?? []].flat().sort(byText).join(' or ');
  return [type, schema.format].filter(Boolean).join(', ') || 'anything';
}

/** Lines for a schema that is called `place`. */
function* linesOf(schema, place) {
  yield `${place}: ${wordOf(schema)}`;
  for (const value of schema.enum ?? []) yield `${place} = ${value}`;
  for (const [member, own] of Object.entries(schema.properties ?? {})) yield* linesOf(own, `${place}.${member}`);
  for (const member of schema.required ?? []) yield `${place}.${member} is required`;
  if (schema.items) yield* linesOf(schema.items, `${place}[]`);
  if (typeof schema.additionalProperties === 'object') yield* linesOf(schema.additionalProperties, `${place}{}`);
  for (const way of ['oneOf', 'anyOf', 'allOf'])
    for (const [i, own] of (schema[way] ?? []).entries()) yield* linesOf(own, `${place} ${way} ${i}`);
}

/** Adds the names of all schemas that `part` leads to. */
function reach(part, schemas, names) {
  if (part === null || typeof part !== 'object') return;
  if (typeof part.$ref === 'string' && part.$ref.startsWith(PREFIX)) {
    const name = nameOf(part.$ref);
    if (names.has(name)) return;
    names.add(name);
    reach(schemas[name], schemas, names);
    return;
  }
  for (const own of Object.values(part)) reach(own, schemas, names);
}

function* operationsOf(document) {
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) if (item[method]) yield [`${method.toUpperCase()} ${path}`, item[method], item];
}

const resolved = (part, document) =>
  part.$ref
    ? part.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], document)
    : part;

function* linesOfOperation(name, operation, item, document) {
  yield name;
  for (const one of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolved(one, document);
    if (parameter.in === 'path') continue;
    yield `${name} ${parameter.in === 'query' ? '?' : ''}${parameter.name}`;
    if (parameter.required) yield `${name} needs ${parameter.name}`;
  }
  for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
    yield `${name} takes ${wordOf(schema ?? {})}`;
  for (const [status, one] of Object.entries(operation.responses)) {
    const { content = {} } = resolved(one, document);
    for (const { schema } of Object.values(content)) yield `${name} ${status} ${wordOf(schema ?? {})}`;
    if (Object.keys(content).length === 0) yield `${name} ${status}`;
  }
}

/** All promises of an OpenAPI document, sorted. */
export function promisesOf(document) {
  const { schemas } = document.components;
  const [asked, answered] = [new Set(), new Set()];
  const lines = new Set();
  for (const [name, operation, item] of operationsOf(document)) {
    for (const line of linesOfOperation(name, operation, item, document)) lines.add(line);
    reach(operation.requestBody ?? {}, schemas, asked);
    for (const one of Object.values(operation.responses)) reach(resolved(one, document), schemas, answered);
  }
  for (const name of new Set([...asked, ...answered])) {
    if (OF_THE_CATALOGUE.has(name)) continue;
    for (const line of linesOf(schemas[name], name)) {
      const [, place, member] = / is required$/.test(line) ? /^(.*)\.([^.]+) is required$/.exec(line) : [];
      if (!member) lines.add(line);
      if (member && asked.has(name)) lines.add(`${place} needs ${member}`);
      if (member && answered.has(name)) lines.add(`${place}.${member} is always there`);
    }
  }
  return [...lines].sort(byText);
}

/** Whether the line asks something of a client that sends a request. */
const isDemand = (line) => / needs [^ ]+$/.test(line);
/** What a demand is made on; what is new may demand what it likes. */
const subjectOf = (line) => line.replace(/ needs [^ ]+$/, '');

/**
 * What a document that promised `before` and now promises `now` breaks for its clients, one line each:
 * a promise that is gone, or a new demand on a request that was complete without it.
 */
export function broken(before, now) {
  const [old, current] = [new Set(before), new Set(now)];
  const known = new Set(before.map((line) => line.replace(/(: | takes | needs ).*$/, '')));
  return [
    ...before.filter((line) => !current.has(line) && !isDemand(line)).map((line) => `gone: ${line}`),
    ...now
      .filter((line) => isDemand(line) && !old.has(line) && known.has(subjectOf(line)))
      .map((line) => `new demand: ${line}`),
  ];
}
