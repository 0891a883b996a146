// Assembles the page: bundles the scripts of web/, copies the program and the static files, and
// lists all of them in the service worker.
// Usage: bundle.cjs PROGRAM_FOLDER OUTPUT_FOLDER
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const esbuild = require('../.deps/npm/node_modules/esbuild');

const PAGE = 'web/page';
const PROGRAM = ['page.js', 'page.wasm'];

function filesBelow(folder) {
    return fs.readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
        const name = path.join(folder, entry.name);
        return entry.isDirectory() ? filesBelow(name) : [name];
    });
}

function script(entry, define) {
    const options = {
        entryPoints: [entry],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2020',
        charset: 'utf8',
        legalComments: 'none',
        nodePaths: ['.deps/npm/node_modules'],
        define,
    };
    return Buffer.from(esbuild.buildSync(options).outputFiles[0].contents);
}

/// Every file of the page except the service worker, as name → content.
function pageFiles(program) {
    const files = new Map();
    for (const name of ['page/main', 'browser/seal_worker'])
        files.set(`${path.basename(name)}.js`, script(`web/${name}.ts`, {}));
    for (const name of PROGRAM) files.set(name, fs.readFileSync(path.join(program, name)));
    for (const file of filesBelow(PAGE))
        if (!/\.(ts|json)$/.test(file))
            files.set(path.relative(PAGE, file), fs.readFileSync(file));
    return files;
}

function hashOf(files) {
    const hash = crypto.createHash('sha256');
    for (const [name, content] of files)
        hash.update(`${name}\0${content.length}\0`).update(content);
    return hash.digest('hex').slice(0, 16);
}

function main([program, output]) {
    const files = pageFiles(program);
    files.set('sw.js', script(`${PAGE}/sw.ts`, {
        BUILD: JSON.stringify(hashOf(files)),
        FILES: JSON.stringify([...files.keys()]),
    }));
    fs.rmSync(output, {recursive: true, force: true});
    for (const [name, content] of files) {
        const target = path.join(output, name);
        fs.mkdirSync(path.dirname(target), {recursive: true});
        fs.writeFileSync(target, content);
    }
}

main(process.argv.slice(2));
