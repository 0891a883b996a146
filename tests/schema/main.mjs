// The forms' JSON Schemas under a real validator, held against the desk itself: a schema takes what
// the desk keeps as it is and calls complete, and refuses everything else.
// Usage: main.mjs [CPPO]     build/native/cppo by default
import {isDeepStrictEqual} from 'node:util';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Desk} from './desk.mjs';
import {complete, structures, values} from './documents.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Ajv = createRequire(path.join(root, '.deps/npm/'))('ajv/dist/2020').default;
const cppo = path.resolve(process.argv[2] ?? path.join(root, 'build/native/cppo'));

let passed = 0;
let failed = 0;

function check(title, problem) {
    if (!problem) return void ++passed;
    ++failed;
    console.log(`FAILED  ${title}\n  ${problem}`);
}

const clone = (document) => structuredClone(document);

/** The row and the key that a path such as "lines[0].list" names. */
function place(document, field) {
    const [, group, row, key] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
    return group ? [document[group][Number(row)], key] : [document, field];
}

/** Tables without rows are as good as none. */
function withoutEmptyTables(document) {
    const filled = ([, value]) => !Array.isArray(value) || value.length > 0;
    return Object.fromEntries(Object.entries(document).filter(filled));
}

const desk = new Desk(cppo);
// What a rule requires is defined with the form's other properties, not once more beside the rule.
const ajv = new Ajv({strict: true, strictRequired: false, allErrors: true});
const validators = {};
for (const form of ['raf', 'crt', 'ctr']) {
    const schema = JSON.parse(desk.done(['schema', '--form', form]));
    validators[form] = ajv.compile(schema);
    check(`${form} names its draft`, schema.$schema.includes('2020-12') ? '' : schema.$schema);
}

const told = (validate) => ajv.errorsText(validate.errors).slice(0, 300);

/** Compares what the schema and the desk say of a whole document. */
function compare(title, form, document, expected) {
    const validate = validators[form];
    const valid = validate(document);
    const {kept, whole, words} = desk.fill(form, document);
    const same = isDeepStrictEqual(kept, withoutEmptyTables(document));
    const accepted = whole && same;
    if (expected === undefined) expected = accepted;
    let problem = '';
    if (valid !== expected) problem = `the schema ${valid ? 'takes it' : `says ${told(validate)}`}`;
    else if (accepted !== expected) problem = `the desk ${accepted ? 'takes it' : `says ${words}`}`;
    check(title, problem);
    return valid;
}

// The sample workspace: every record is complete, whatever has become of it.
for (const {form, id, fields} of desk.sampleForms()) {
    const valid = validators[form](fields);
    check(`sample ${id}`, valid ? '' : told(validators[form]));
}

for (const [name, {form, document}] of Object.entries(complete)) {
    compare(name, form, document, true);
    // Each part left out, in turn: some are required, some are not, and both sides agree which.
    for (const key of Object.keys(document)) {
        const less = clone(document);
        delete less[key];
        compare(`${name} without ${key}`, form, less);
        if (!Array.isArray(document[key])) continue;
        for (const column of Object.keys(document[key][0])) {
            const row = clone(document);
            delete row[key][0][column];
            compare(`${name} without ${key}[0].${column}`, form, row);
        }
    }
}

for (const {name, field, good, bad} of values) {
    const {form, document} = complete[name];
    for (const [text, expected] of [...good.map((t) => [t, true]), ...bad.map((t) => [t, false])]) {
        const changed = clone(document);
        const [row, key] = place(changed, field);
        row[key] = text;
        compare(`${name}.${field} = ${JSON.stringify(text).slice(0, 80)}`, form, changed, expected);
    }
}

for (const {title, name, change, expected} of structures) {
    const {form, document} = complete[name];
    const changed = clone(document);
    change(changed);
    compare(`${name}: ${title}`, form, changed, expected);
}

desk.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
